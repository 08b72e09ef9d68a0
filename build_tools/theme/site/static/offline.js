// A page that was opened from the disk may not read other pages: the search shows titles without their beginnings.
if (location.protocol === "file:") {
  DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
}

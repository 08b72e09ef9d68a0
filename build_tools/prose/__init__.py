"""The words of the book, checked: spelling, house style, links, drawings, terms, claims, the index.

In: `book/`, and for comparisons `locales/`.
Out: problems, or a table of figures.  Nothing is changed, and no network is asked.
"""

"""copydesk: one sourced record of a developing story, from the pages that many outlets publish about it.

```python
import copydesk
pages = [copydesk.read_page(path) for path in ("a.txt", "b.html")]
reports = [report for page in pages for report in copydesk.read_report(page)]
story = copydesk.build_story(reports)
print(copydesk.write_brief(story))
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from copydesk.facade import (
        Brief,
        Picture,
        Reports,
        build_story,
        draw,
        read_page,
        read_pages,
        read_report,
        write_brief,
        write_comparison,
        write_difference,
        write_timeline,
        write_watchlist,
    )

__all__ = [
    "Brief", "Picture", "Reports", "build_story", "draw", "read_page", "read_pages", "read_report", "write_brief",
    "write_comparison", "write_difference", "write_timeline", "write_watchlist",
]


def __getattr__(name: str) -> Any:
    """The public functions, imported when first used: `copydesk --help` needs none of them."""
    if name in __all__:
        from copydesk import facade

        return getattr(facade, name)
    raise AttributeError(f"module 'copydesk' has no attribute {name!r}")

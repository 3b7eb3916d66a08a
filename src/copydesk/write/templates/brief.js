"use strict";
// Without this script every number is still a link. With it, a line that is pointed at lights up its evidence.
const lightUp = (line, on) => {
  for (const number of line.dataset.notes.trim().split(/\s+/)) {
    const mark = document.getElementById("e" + number)?.closest("mark");
    if (mark) mark.classList.toggle("lit", on);
  }
};
for (const line of document.querySelectorAll(".line")) {
  line.addEventListener("mouseenter", () => lightUp(line, true));
  line.addEventListener("mouseleave", () => lightUp(line, false));
  line.addEventListener("focusin", () => lightUp(line, true));
  line.addEventListener("focusout", () => lightUp(line, false));
}

/* Runs in the frame of a report: what is dropped on the report is for the page around it, and the page can
   ask for the pre-signing paper. */
(() => {
  "use strict";
  for (const kind of ["dragenter", "dragover", "drop"]) {
    addEventListener(kind, (event) => {
      event.preventDefault();
      if (kind === "dragenter") parent.postMessage({ thethuc: "drag" }, "*");
    });
  }
  addEventListener("message", (event) => {
    if (event.source === parent && event.data && event.data.thethuc === "show") location.hash = event.data.at;
  });
})();

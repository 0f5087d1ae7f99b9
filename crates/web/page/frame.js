/* Runs in the frame of a report: what is dropped on the report is for the page around it, and the page can
   ask for the pre-signing paper, and whether the report would have people stay for decisions not yet saved. */
(() => {
  "use strict";
  for (const kind of ["dragenter", "dragover", "drop"]) {
    addEventListener(kind, (event) => {
      event.preventDefault();
      if (kind === "dragenter") parent.postMessage({ thethuc: "drag" }, "*");
    });
  }
  addEventListener("message", (event) => {
    if (event.source !== parent || !event.data) return;
    if (event.data.thethuc === "show") location.hash = event.data.at;
    if (event.data.thethuc === "leave") parent.postMessage({ thethuc: "leave", may: dispatchEvent(new Event("beforeunload", { cancelable: true })) }, "*");
  });
})();

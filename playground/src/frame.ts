// What the page of the preview finds in VS Code, for its frame in the playground.
let kept: unknown;

Object.assign(window, {
  acquireVsCodeApi: () => ({
    // The frame is sandboxed and knows no origin; what it says is checked by whoever hears it.
    postMessage: (message: unknown) => window.parent.postMessage(message, '*'),
    getState: () => kept,
    setState: (state: unknown) => {
      kept = state;
    },
  }),
});

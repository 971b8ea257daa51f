/** Calls `work` at once, then at most once in `everyMs`; the last call is never lost. */
export function throttle(work: () => void, everyMs: number): { call(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;

  function rest(): void {
    timer = setTimeout(() => {
      timer = undefined;
      if (!wanted) return;
      wanted = false;
      work();
      rest();
    }, everyMs);
    timer.unref();
  }

  return {
    call() {
      if (timer) {
        wanted = true;
        return;
      }
      work();
      rest();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      wanted = false;
    },
  };
}

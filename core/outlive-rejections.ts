/** Keeps the process alive through a promise that failed with nobody listening, and reports it: a
 *  studio in the middle of a publish is worth more than a clean end. A thrown error still ends it. */
export function outliveRejections(report: (error: unknown) => void): void {
  process.on('unhandledRejection', report);
}

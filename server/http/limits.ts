/** How long and how much a caller of the loopback host may keep it waiting. */
export type HostLimits = {
  /** For the whole body of a call. */
  bodyMs: number;
  /** Between two pieces of an upload. */
  uploadIdleMs: number;
  /** What is still on its way after an answer is thrown away for so long; then the line is cut. */
  lingerMs: number;
  /** Calls and streams that one WebSocket may have open. */
  callsAtOnce: number;
  /** Answers that one WebSocket has not read: beyond them no more of its calls are taken. */
  unreadBytes: number;
  /** Whoever does not answer a ping until the next one is let go. */
  heartbeatMs: number;
};

export const usualLimits: HostLimits = {
  bodyMs: 30_000,
  uploadIdleMs: 60_000,
  lingerMs: 2_000,
  callsAtOnce: 500,
  unreadBytes: 8 * 1024 * 1024,
  heartbeatMs: 30_000,
};

const dayMs = 86_400_000;

/** After a customer's last words an answer may be written freely for so long. */
export const messageWindowMs = dayMs;
/** And for so long by a human being, where the network has allowed the shop that. */
export const humanWindowMs = 7 * dayMs;

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

// The source text of a number reaches revivers since Node 22; TypeScript's own type does not say so.
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/** Parses an answer of the network. Integers past 2^53 stay decimal text (product ids come as
 *  numbers), and `paging` keeps its cursors and where the next page begins, but no address: those carry the
 *  token. `hide` sees every text but those that are tokens by name. Half a character, where the network cut
 *  a text, becomes U+FFFD: stored and read again it would not be what it was. Throws SyntaxError. */
export function parseGraphJson(text: string, hide = (words: string): string => words): unknown {
  return parseWithSource(text, (key, value, context) => {
    if (typeof value === 'number') return keepInteger(value, context.source);
    if (typeof value === 'string')
      return key === 'access_token' ? value : hide(value).toWellFormed();
    if (key === 'paging' && typeof value === 'object' && value !== null) return stripPaging(value);
    return value;
  });
}

function keepInteger(value: number, source: string | undefined): number | string {
  const isRounded = Number.isInteger(value) && !Number.isSafeInteger(value);
  return isRounded && source !== undefined && /^-?\d+$/.test(source) ? source : value;
}

/** What of an address says where a page begins, by the three ways of the network. */
const placeNames = ['after', 'until', 'since', '__paging_token', 'offset'];

type KeptPaging = { cursors: unknown; hasNext: boolean; place?: string };

function stripPaging(paging: object): KeptPaging {
  const { cursors, next } = paging as { cursors?: unknown; next?: unknown };
  const place = typeof next === 'string' ? placeIn(next) : '';
  return { cursors, hasNext: typeof next === 'string', ...(place !== '' && { place }) };
}

function placeIn(address: string): string {
  const query = URL.parse(address)?.searchParams;
  const place = [...(query ?? [])].filter(([name]) => placeNames.includes(name));
  return new URLSearchParams(place).toString();
}

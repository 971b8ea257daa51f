const hidden = '[token]';

const secretParameter =
  /\b(access_token|fb_exchange_token|input_token|client_secret|appsecret_proof)(\\?"?\s*[=:]\s*\\?"?)[^\s&"'\\,}]+/gi;
const authorization = /\b(Bearer|OAuth)(\s+|%20)[A-Za-z0-9|_.~+/=-]{8,}/g;
/** Meta's tokens begin so. */
const tokenShape = /\bEAA[A-Za-z0-9]{8,}/g;
const appToken = /\b\d{5,}\|[A-Za-z0-9_-]{8,}/g;

/** Takes every token out of a text: those that look like one, those that stand where one stands, and
 *  the `known` ones in plain, URL-encoded and base64 form. */
export function redactTokens(text: string, ...known: string[]): string {
  return hideKnown(text, known)
    .replace(secretParameter, `$1$2${hidden}`)
    .replace(authorization, `$1$2${hidden}`)
    .replace(tokenShape, hidden)
    .replace(appToken, hidden);
}

/** Takes the `known` secrets out, in plain, URL-encoded, escaped and base64 form, and nothing else. */
export function hideKnown(text: string, known: readonly string[]): string {
  let clean = text;
  for (const secret of known.filter((one) => one.length > 0)) {
    for (const form of formsOf(secret)) clean = clean.replaceAll(form, hidden);
  }
  return clean;
}

/** As networks, proxies and other people's programs write one and the same secret. */
function formsOf(secret: string): string[] {
  const encoded = encodeURIComponent(secret);
  const escaped = JSON.stringify(secret).slice(1, -1);
  const base64 = Buffer.from(secret).toString('base64');
  const forms = [
    secret,
    encodeURIComponent(encoded),
    encoded,
    encoded.replace(/%[0-9A-F]{2}/g, (part) => part.toLowerCase()),
    escaped,
    escaped.replaceAll('/', String.raw`\/`),
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(secret).toString('base64url'),
  ];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** Takes secrets out of text before it is written anywhere. */
export type Redactor = {
  /** A value that must never be written; short ones are ignored, they would blot out everything. */
  add(secret: string): void;
  redact(text: string): string;
};

const shortestSecret = 8;
const mark = '[redacted]';

/** Shapes that are secret whoever made them: Meta's tokens, bearer headers, token parameters. */
const secretShapes: readonly RegExp[] = [
  /\bEA[A-Za-z0-9]{20,}/g,
  /\b(Bearer|OAuth)\s+[A-Za-z0-9._~+/|-]{8,}=*/g,
  /\b(access_token|fb_exchange_token|input_token|client_secret|appsecret_proof)(=|%3D|"\s*:\s*")[^&"\s]+/gi,
];

function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    json,
  ];
}

/** One for the whole studio: everything that is logged goes through it. */
export function createRedactor(): Redactor {
  const secrets = new Set<string>();
  return {
    add(secret) {
      if (secret.length >= shortestSecret) for (const text of spellings(secret)) secrets.add(text);
    },
    redact(text) {
      let clean = text;
      for (const secret of secrets) clean = clean.replaceAll(secret, mark);
      for (const shape of secretShapes) clean = clean.replace(shape, mark);
      return clean;
    },
  };
}

/** What a person does at the practice network's login page. */
export type DialogAnswer = {
  says?: 'allow' | 'deny';
  /** Permissions or Page ids whose boxes they untick. */
  without?: readonly string[];
};

/** Opens the login page at `loginUrl`, as a browser would, and answers it. Answers the address that the
 *  network leads on to. */
export async function answerDialog(loginUrl: string, answer: DialogAnswer = {}): Promise<string> {
  const page = await followTo(loginUrl);
  const html = await page.text();
  const form = new URLSearchParams();
  for (const [, name, value] of html.matchAll(/<input [^>]*name="(\w+)" value="([^"]*)"/g)) {
    if (!answer.without?.includes(value ?? '')) form.append(name ?? '', unescape(value ?? ''));
  }
  if (!form.has('key')) throw new Error(`no login form at ${loginUrl}: ${page.status} ${html}`);
  form.set('decision', answer.says ?? 'allow');
  const answered = await fetch(page.url.split('?')[0] ?? '', {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  return answered.headers.get('location') ?? '';
}

/** Where a page leads on to by itself. */
export async function readRefresh(address: string): Promise<string> {
  const html = await (await fetch(address)).text();
  return unescape(/http-equiv="refresh" content="0; url=([^"]*)"/.exec(html)?.[1] ?? '');
}

async function followTo(address: string): Promise<Response> {
  const response = await fetch(address, { headers: { 'accept-language': 'en' } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

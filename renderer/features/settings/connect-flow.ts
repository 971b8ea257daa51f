import type { LoginProgress, LoginSettings, LoginWay } from '../../../shared/contract/accounts.ts';
import type { Reason } from '../../../shared/contract/shapes.ts';

/** A login under way: where the person answers, and until when. */
export type OpenLogin = Pick<LoginProgress, 'state' | 'until'> & {
  loginUrl: string;
  opens: 'window' | 'tab';
};

/** Where somebody is on the way to connected accounts. */
export type ConnectFlow =
  | { at: 'way'; way: LoginWay }
  | { at: LoginWay }
  /** Everything is set up: one press leads to the login. */
  | { at: 'ready' }
  | { at: 'wait'; login: OpenLogin }
  | { at: 'failed'; why: LoginProgress['step']; reason: Reason | undefined }
  | { at: 'choose'; state: string }
  | { at: 'done'; count: number };

/** Whether the login can begin without anything more being typed. */
export function isSetUp(settings: LoginSettings): boolean {
  if (settings.opens === 'none') return false;
  if (settings.way === 'own-app') return Boolean(settings.appId) && settings.hasSecret;
  return settings.way === 'broker' && Boolean(settings.brokerUrl);
}

/** Where the guided way begins: what was set up before is not asked again. */
export function beginFlow(settings: LoginSettings): ConnectFlow {
  if (isSetUp(settings)) return { at: 'ready' };
  if (settings.opens === 'none') return { at: 'token' };
  return { at: 'way', way: settings.way };
}

/** What follows an answer about the login; nothing while it is still waited for. */
export function flowAfter(progress: LoginProgress): ConnectFlow | undefined {
  if (progress.step === 'waiting') return undefined;
  if (progress.step === 'found') return { at: 'choose', state: progress.state };
  return { at: 'failed', why: progress.step, reason: progress.reason };
}

/** A login's reason under a title of its own, to be shown where the person is. */
export function problemOfLogin(title: string, reason: Reason | undefined) {
  return { title, what: reason?.text ?? '', todo: reason?.todo ?? '', code: reason?.code };
}

import type { LoginSettings } from '../../../shared/contract/accounts.ts';

/** What is typed about a shop's own Meta app. */
export type AppForm = { appId: string; appSecret: string; configId: string };

/** Meta's ids are digits only; anything else is a slip of the hand. */
export const isAppId = (text: string): boolean => /^\d{5,30}$/.test(text.trim());

/** What is worth keeping of what was typed: a half-typed id waits until it is one. */
export function changedSettings(form: AppForm, kept: LoginSettings): Partial<AppForm> {
  const [appId, appSecret, configId] = [form.appId, form.appSecret, form.configId].map((text) =>
    text.trim(),
  ) as [string, string, string];
  const isConfig = configId === '' || isAppId(configId);
  return {
    ...(isAppId(appId) && appId !== kept.appId && { appId }),
    ...(appSecret !== '' && { appSecret }),
    ...(isConfig && configId !== (kept.configId ?? '') && { configId }),
  };
}

/** Whether the login can begin with what is typed and what was kept before. */
export function isAppWhole(form: AppForm, kept: LoginSettings): boolean {
  const isConfig = form.configId.trim() === '' || isAppId(form.configId);
  return isAppId(form.appId) && isConfig && (kept.hasSecret || form.appSecret.trim() !== '');
}

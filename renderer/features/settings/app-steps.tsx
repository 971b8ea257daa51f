import { useTranslation } from 'react-i18next';
import type { LoginSettings, SetupStep as Checked } from '../../../shared/contract/accounts.ts';
import { TextField } from '../../ui/text-field.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { isAppId } from './app-form.ts';
import { CopyLine } from './copy-line.tsx';
import { SetupStep } from './setup-step.tsx';
import type { AppSetup } from './use-app-setup.ts';

const developersUrl = 'https://developers.facebook.com/apps/';

/** From no app to one that Facebook lets in; each step is looked at when it was filled in. */
export function AppSteps({ setup, settings }: { setup: AppSetup; settings: LoginSettings }) {
  const { t } = useTranslation('connect');
  const { form } = setup;
  const redirect = setup.stepOf('redirect')?.copy ?? settings.redirectUrl;
  const hasApp = setup.stepOf('app-id')?.state === 'ok';
  return (
    <ol className="setup-steps">
      <SetupStep title={t('app.create')} text={t('app.createText')} state={hasApp ? 'ok' : 'todo'}>
        <TextLink className="connect-link" href={developersUrl}>
          {t('app.createOpen')}
        </TextLink>
      </SetupStep>
      <SetupStep
        title={t('app.keys')}
        text={t('app.keysText')}
        {...said(setup.stepOf('app-id', 'app-secret'))}
      >
        <Keys setup={setup} hasSecret={settings.hasSecret} />
      </SetupStep>
      <SetupStep
        title={t('app.redirect')}
        text={t('app.redirectText')}
        {...said(setup.stepOf('redirect'))}
      >
        {redirect ? <CopyLine label={t('app.redirectLabel')} text={redirect} /> : null}
      </SetupStep>
      <SetupStep
        title={t('app.config')}
        text={t('app.configText')}
        {...said(setup.stepOf('login', 'permissions'))}
      >
        <TextField
          label={t('app.configId')}
          inputMode="numeric"
          value={form.configId}
          error={form.configId && !isAppId(form.configId) ? t('app.idDigits') : undefined}
          onChange={(configId) => setup.change({ configId })}
          onBlur={() => void setup.keep()}
        />
      </SetupStep>
    </ol>
  );
}

function Keys({ setup, hasSecret }: { setup: AppSetup; hasSecret: boolean }) {
  const { t } = useTranslation('connect');
  const { form, change, keep } = setup;
  return (
    <div className="connect-pair">
      <TextField
        label={t('app.appId')}
        inputMode="numeric"
        data-autofocus
        value={form.appId}
        error={form.appId && !isAppId(form.appId) ? t('app.idDigits') : undefined}
        onChange={(appId) => change({ appId })}
        onBlur={() => void keep()}
      />
      <TextField
        type="password"
        label={t('app.secret')}
        hint={t(hasSecret ? 'app.secretKept' : 'app.secretHint')}
        placeholder={hasSecret ? '••••••••' : undefined}
        spellCheck={false}
        value={form.appSecret}
        onChange={(appSecret) => change({ appSecret })}
        onBlur={() => void keep()}
      />
    </div>
  );
}

/** The check's own words, for what is not in order; what is in order needs none. */
function said(step: Checked | undefined) {
  if (!step) return {};
  return {
    state: step.state,
    said: step.state === 'failed' ? `${step.text} ${step.todo ?? ''}`.trim() : undefined,
  };
}

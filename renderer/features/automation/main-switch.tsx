import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/switch.tsx';
import { useAutomationSettings } from './use-automation-settings.ts';

/** The one switch that stops all that is done by itself. */
export function MainSwitch() {
  const { t } = useTranslation('rules');
  const { settings, save, isSaving } = useAutomationSettings();
  if (!settings) return null;
  return (
    <Switch
      label={t(settings.on ? 'on' : 'off')}
      checked={settings.on}
      busy={isSaving}
      onChange={(on) => save({ on })}
    />
  );
}

import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kit, OwnFont } from '../../../../shared/contract/brand.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { fontFacts } from './font-facts.ts';
import { faceStyle } from '../../../ui/use-font-faces.ts';
import type { KitDeeds } from './use-kit-deeds.ts';

type Props = { font: OwnFont; kit: Kit; deeds: KitDeeds };

/** One font of the merchant's own in its own letters, with what is to be known of it. */
export function OwnFontRow({ font, kit }: Props) {
  const { t } = useTranslation('brand');
  const api = useApi();
  const formats = useFormats();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useChange(
    api.brand.removeFont.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.brand.key() }),
      onSettled: () => setAsking(false),
    }),
  );
  const isWorn = kit.fonts?.title === font.family || kit.fonts?.text === font.family;
  return (
    <li>
      <span className="brand-font-words">
        <span className="brand-font-name cut" style={faceStyle(font.family)}>
          {font.name}
        </span>
        <span className="small muted">{fontFacts(font, t, formats)}</span>
        {font.missing ? (
          <span className="small brand-lack">
            {t('ownFonts.missing', { letters: [...font.missing].slice(0, 24).join(' ') })}
          </span>
        ) : null}
        {font.embedding === 'restricted' ? (
          <span className="small brand-lack">{t('ownFonts.restricted')}</span>
        ) : null}
      </span>
      <IconButton
        label={t('ownFonts.removeOf', { name: font.name })}
        icon={<IconTrash />}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        opened={isAsking}
        title={t('ownFonts.removeTitle', { name: font.name })}
        text={t(isWorn ? 'ownFonts.removeWorn' : 'ownFonts.removeText')}
        action={t('ownFonts.remove')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ fontId: font.id })}
        onClose={() => setAsking(false)}
      />
    </li>
  );
}

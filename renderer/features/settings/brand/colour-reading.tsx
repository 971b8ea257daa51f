import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BrandColours } from '../../../../shared/contract/brand.ts';
import { adviseColours, type ColourAdvice } from '../../../../shared/scene/colour-advice.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { Button } from '../../../ui/button.tsx';

type Props = { colours: BrandColours; onTake: (colours: Partial<BrandColours>) => void };

/** Whether words can be read in these colours, and the one press that puts it right. */
export function ColourReading({ colours, onTake }: Props) {
  const { t } = useTranslation('brand');
  const advice = adviseColours(colours);
  if (advice.length === 0)
    return (
      <p className="brand-reading brand-readable" role="status">
        <IconCircleCheck aria-hidden />
        <span>{t('reading.good')}</span>
      </p>
    );
  return (
    <ul className="brand-advice" aria-live="polite">
      {advice.map((one) => (
        <Advice key={one.pair.join()} advice={one} onTake={onTake} />
      ))}
    </ul>
  );
}

function Advice({ advice, onTake }: { advice: ColourAdvice } & Pick<Props, 'onTake'>) {
  const { t } = useTranslation('brand');
  const formats = useFormats();
  const { pair, ratio, suggestion } = advice;
  // 3 is enough for large words only.
  const how = ratio < 3 ? 'reading.unreadable' : 'reading.hard';
  return (
    <li className="brand-reading">
      <IconAlertTriangle aria-hidden />
      <span>
        {t(how, {
          above: t(`colours.the.${pair[0]}`),
          below: t(`colours.on.${pair[1]}`),
          ratio: formats.number(Math.round(ratio * 10) / 10),
        })}
      </span>
      {suggestion ? (
        <Button
          icon={<i className="brand-dot" style={{ background: suggestion.colour }} />}
          onClick={() => onTake({ [suggestion.name]: suggestion.colour })}
        >
          {t('reading.fix', { colour: suggestion.colour })}
        </Button>
      ) : null}
    </li>
  );
}

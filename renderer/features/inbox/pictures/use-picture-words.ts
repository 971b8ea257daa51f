import { useTranslation } from 'react-i18next';
import type { CustomerPicture } from '../../../../shared/contract/customer-pictures.ts';

/** Which of how many. */
export type PicturePlace = { number: number; count: number };

/** What is said of somebody's picture: to those who do not see it, and where nobody can. */
export function usePictureWords(name = '') {
  const { t } = useTranslation('customer-pictures');
  const altOf = ({ kind }: Pick<CustomerPicture, 'kind'>, { number, count }: PicturePlace) =>
    t(`alt.${kind === 'film' ? 'film' : 'photo'}`, {
      ...{ name, number, of: count },
      context: count > 1 ? 'several' : '',
    });
  /** In the language of the window, which may have changed since the studio said it. */
  const whyOf = ({ why }: Pick<CustomerPicture, 'why'>) =>
    why && { text: t(`why.${why.code}.text`), todo: t(`why.${why.code}.todo`) };
  return { altOf, whyOf };
}

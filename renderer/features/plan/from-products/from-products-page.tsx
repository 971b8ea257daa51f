import './from-products.css';
import './review.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ReviewPage } from './review-page.tsx';
import { SetupPage } from './setup-page.tsx';

/** A month of posts made from products: chosen, written and pictured together, then looked through. */
export function FromProductsPage() {
  const { series, products } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = (seriesId: string) =>
    void navigate({ to: '/plan/from-products', search: { series: seriesId } });
  const begin = () => void navigate({ to: '/plan/from-products', search: {} });
  return series ? (
    <ReviewPage key={series} seriesId={series} onNew={begin} />
  ) : (
    <SetupPage productIds={products} onStart={open} />
  );
}

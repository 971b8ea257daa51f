import { createContext, useContext } from 'react';
import { createFormats, type Formats } from './formats.ts';

/** Set by the shell from the shop's settings. */
export const FormatsContext = createContext<Formats>(
  createFormats({ language: 'fr', country: 'FR', zone: 'Europe/Paris', currency: 'EUR' }),
);

/** Prices, dates and sizes as the shop writes them. */
export function useFormats(): Formats {
  return useContext(FormatsContext);
}

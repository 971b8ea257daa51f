import { serveLooks, type LookEnd } from './look-line.ts';

serveLooks(globalThis as unknown as LookEnd);

import { config } from 'zod';

// The content policy forbids making code out of text. zod tries it for speed and lives without, but each
// try is reported as a violation. Has to run before the first schema is made: main.tsx imports it first.
config({ jitless: true });

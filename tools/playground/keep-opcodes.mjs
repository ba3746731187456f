/** `node --import <this file>` before Playground CLI, also in its worker threads: see keep-opcodes-hook.mjs. */
import { register } from 'node:module';

register( './keep-opcodes-hook.mjs', import.meta.url );

import { defineConfig } from 'vitest/config';

/** How long a machine that is busy with other work may take for what takes milliseconds on a quiet one. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig( {
	test: {
		projects: [
			{ test: { name: 'unit', include: [ 'tests/unit/**/*.test.{ts,tsx}', 'tests/contract/**/*.test.ts' ], environment: 'node', ...PATIENCE } },
			// Looks at plugin/build/, which must be current: `npm test bundles` builds it first.
			{ test: { name: 'bundles', include: [ 'tests/build/**/*.test.ts' ], environment: 'node', ...PATIENCE } },
		],
	},
} );

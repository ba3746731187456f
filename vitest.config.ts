import { defineConfig } from 'vitest/config';

export default defineConfig( {
	test: {
		projects: [
			{ test: { name: 'unit', include: [ 'tests/unit/**/*.test.{ts,tsx}', 'tests/contract/**/*.test.ts' ], environment: 'node' } },
			// Looks at plugin/build/, which must be current: `npm test bundles` builds it first.
			{ test: { name: 'bundles', include: [ 'tests/build/**/*.test.ts' ], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 } },
		],
	},
} );

/**
 * WordPress' rules for JavaScript and TypeScript. Layout is checked by the classic formatting rules
 * (tabs, spaces inside parentheses, single quotes), not by Prettier, whose line breaks tear apart
 * what is read together.
 */
import { createRequire } from 'node:module';

const require = createRequire( import.meta.url );
const wordpress = require( '@wordpress/eslint-plugin' );

/** The recommended set without Prettier and without the part that switches the formatting rules off for it. */
const recommended = wordpress.configs.recommended.filter( ( { rules = {} } ) =>
	! ( 'prettier/prettier' in rules ) && rules.indent !== 0 && rules.indent !== 'off' );

export default [
	{
		ignores: [
			'**/node_modules/**',
			'**/vendor/**',
			'**/build/**',
			'.cache/**',
			'.stack/**',
			'test-results/**',
			'playwright-report/**',
			'src/contracts/generated/**',
			'plugin/languages/**',
		],
	},
	...recommended,
	{
		rules: {
			'@wordpress/i18n-text-domain': [ 'error', { allowedTextDomain: 'candid' } ],
			'@wordpress/no-unsafe-wp-apis': 'error',
			// TypeScript finds what is not there, and knows the module resolution that bundles use.
			'import/no-unresolved': 'off',
			'import/named': 'off',
			'import/no-extraneous-dependencies': 'off',
			// DataViews has one entry that works on every core; a bare "rrweb" brings three times the bytes.
			'no-restricted-imports': [ 'error', {
				paths: [
					{ name: 'rrweb', message: 'Import @rrweb/replay, in tests and benches @rrweb/record.' },
					{ name: '@wordpress/dataviews', message: 'Import @wordpress/dataviews/wp.' },
					{ name: '@wordpress/ui', message: 'It reaches private APIs and breaks on other cores.' },
				],
			} ],
			// Segments are binary, and CRC-32 is made of bits.
			'no-bitwise': 'off',
			// Sums and products need no parentheses; logic does.
			'no-mixed-operators': [ 'error', { groups: [ [ '&', '|', '^', '~', '<<', '>>', '>>>' ], [ '==', '!=', '===', '!==', '>', '>=', '<', '<=' ], [ '&&', '||' ], [ 'in', 'instanceof' ] ] } ],
			// Names of the wire and of REST are the server's.
			camelcase: 'off',
			'jsdoc/check-param-names': 'off',
			'jsdoc/require-param': 'off',
			'jsdoc/require-param-type': 'off',
			'jsdoc/require-returns-type': 'off',
			'jsdoc/no-undefined-types': 'off',
			'jsdoc/valid-types': 'off',
			'jsdoc/check-line-alignment': 'off',
		},
	},
	{
		files: [ '**/*.{ts,tsx,mts}' ],
		rules: {
			// The compiler's work.
			'no-undef': 'off',
			'no-redeclare': 'off',
			// Takes the type arguments of `call< Type >( … )` for a space.
			'func-call-spacing': 'off',
		},
	},
	// By then a file holds more than one idea, and a function more than one step. The limits for functions are today's
	// longest ones: lower them when one of those is taken apart. PHP: tools/phpcs.
	{
		files: [ 'src/**', 'blocks/**', 'tools/**', 'demo/**' ],
		rules: { 'max-lines': [ 'error', 300 ] },
	},
	{
		files: [ 'src/**', 'blocks/**' ],
		rules: { 'max-lines-per-function': [ 'error', { max: 225, skipBlankLines: true, skipComments: true } ] },
	},
	{
		files: [ 'tools/**' ],
		rules: { 'max-lines-per-function': [ 'error', { max: 65, skipBlankLines: true, skipComments: true } ] },
	},
	{
		files: [ 'tests/**' ],
		rules: { 'max-lines': [ 'error', 400 ] },
	},
	{
		files: [ 'tools/**', 'tests/**', 'demo/**', '*.mjs', '*.ts', '.wordpress-org/**' ],
		rules: {
			'no-console': 'off',
			'no-undef': 'off',
			'import/no-extraneous-dependencies': 'off',
			'@wordpress/no-global-event-listener': 'off',
		},
	},
];

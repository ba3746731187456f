/**
 * The arrows of docs/ARCHITECTURE.md, checked for TypeScript:
 * contracts → { privacy, consent } → { loader, notice, recorder, decoder } → { player, picker, blocks } → admin.
 */
const PARTS = [ 'contracts', 'privacy', 'consent', 'loader', 'notice', 'recorder', 'decoder', 'player', 'picker', 'admin' ];

/** Part → the parts it may import. */
const MAY_IMPORT = {
	contracts: [],
	privacy: [ 'contracts' ],
	consent: [ 'contracts' ],
	loader: [ 'contracts', 'consent' ],
	notice: [ 'contracts', 'consent' ],
	recorder: [ 'contracts', 'privacy', 'consent' ],
	decoder: [ 'contracts' ],
	player: [ 'contracts', 'decoder' ],
	picker: [ 'contracts', 'privacy' ],
	admin: [ 'contracts', 'privacy', 'notice', 'player', 'picker' ],
};

const arrows = PARTS.map( ( part ) => {
	const foreign = PARTS.filter( ( other ) => other !== part && ! MAY_IMPORT[ part ].includes( other ) );
	return {
		name: `${ part }-imports-${ MAY_IMPORT[ part ].join( '-' ) || 'nothing' }`,
		comment: `src/${ part } may import: ${ MAY_IMPORT[ part ].join( ', ' ) || 'nothing of ours' }.`,
		severity: 'error',
		from: { path: `^src/${ part }/` },
		to: { path: `^(src/(${ foreign.join( '|' ) })|blocks|demo|tools|tests)/` },
	};
} );

module.exports = {
	forbidden: [
		...arrows,
		{
			name: 'blocks-import-contracts',
			severity: 'error',
			from: { path: '^blocks/' },
			to: { path: `^(src/(${ PARTS.filter( ( part ) => part !== 'contracts' ).join( '|' ) })|demo|tools|tests)/` },
		},
		{ name: 'no-circles', severity: 'error', from: { path: '^(src|blocks|tools)' }, to: { circular: true, viaOnly: { dependencyTypesNot: [ 'type-only' ] } } },
		{
			name: 'visitor-pages-know-no-wordpress',
			comment: 'What runs in a visitor\'s page brings everything with it.',
			severity: 'error',
			from: { path: '^src/(contracts|privacy|consent|loader|notice|recorder|decoder|player|picker)/' },
			to: { path: '(^|node_modules/)(@wordpress/|react(-dom)?(/|$))' },
		},
		{
			name: 'loader-has-no-dependency',
			severity: 'error',
			from: { path: '^src/(consent|loader|notice)/' },
			to: { path: 'node_modules/' },
		},
		{
			name: 'rrweb-replays-and-does-not-record',
			comment: '@rrweb/replay in the stage; the capture is our own (ADR 0010), and "rrweb" itself costs three times as much.',
			severity: 'error',
			from: { path: '^src/' },
			to: { path: 'node_modules/(@rrweb/record|rrweb|rrweb-snapshot|rrweb-player)/' },
		},
		{
			name: 'admin-shell-knows-no-screen',
			comment: 'src/admin/app.tsx puts screens into the shell; the shell, data, ui and text know none of them.',
			severity: 'error',
			from: { path: '^src/admin/(shell|data|ui|text)/' },
			to: { path: '^src/admin/(screens/|app)' },
		},
		{
			name: 'admin-screens-know-no-other-screen',
			severity: 'error',
			from: { path: '^src/admin/screens/([^/]+)/' },
			to: { path: '^src/admin/(screens/|app)', pathNot: '^src/admin/screens/$1/' },
		},
		{ name: 'resolvable', severity: 'error', from: { path: '^(src|blocks|tools|tests)/' }, to: { couldNotResolve: true } },
	],
	options: {
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(plugin|vendor|\\.cache|\\.stack)/' },
		enhancedResolveOptions: { exportsFields: [ 'exports' ], conditionNames: [ 'import', 'require', 'node', 'default', 'types' ], extensions: [ '.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json' ] },
	},
};

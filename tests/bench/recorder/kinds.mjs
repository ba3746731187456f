/**
 * The recorders that are measured, each as its makers publish it and with its own defaults, so far as a recorder can run
 * without its vendor: what it sends goes to the bench's own server. All but ours come from tests/bench/peers, a package
 * of its own, so that neither `npm start` nor the tests install them.
 *
 * - rrweb: `@rrweb/record`, each event as a line, gzipped every 5 s by the browser.
 * - PostHog: with the recorder in its bundle, for the published loader fetches the recorder from PostHog.
 * - Datadog: the recorder that the published bundle fetches later is in the same file.
 * - Sentry: the replay integration without the others.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname( fileURLToPath( import.meta.url ) );
const root = dirname( dirname( dirname( here ) ) );
export const peers = join( root, 'tests/bench/peers' );

const RRWEB = `
	import { record } from '@rrweb/record';
	let lines = [];
	const send = async () => {
		const text = lines.join( '\\n' );
		lines = [];
		if ( text ) {
			fetch( '/collect/rrweb', { method: 'POST', body: await new Response( new Blob( [ text ] ).stream().pipeThrough( new CompressionStream( 'gzip' ) ) ).arrayBuffer() } );
		}
	};
	record( { emit: ( event ) => lines.push( JSON.stringify( event ) ) } );
	send();
	setInterval( send, 5000 );
`;

const CLARITY = `import { clarity } from 'clarity-js'; clarity.start( { projectId: 'bench', upload: location.origin + '/collect/clarity' } );`;

const DATADOG = `
	import { datadogRum } from '@datadog/browser-rum';
	datadogRum.init( { applicationId: 'bench', clientToken: 'bench', proxy: location.origin + '/collect/datadog', sessionSampleRate: 100, sessionReplaySampleRate: 100 } );
`;

const SENTRY = `
	import { init, replayIntegration } from '@sentry/browser';
	init( { dsn: location.origin.replace( '//', '//bench@' ) + '/1', tunnel: location.origin + '/collect/sentry', defaultIntegrations: false, integrations: [ replayIntegration() ], replaysSessionSampleRate: 1 } );
`;

const POSTHOG = `
	import 'posthog-js/dist/posthog-recorder';
	import posthog from 'posthog-js/dist/module.full.no-external';
	posthog.init( 'bench', { api_host: location.origin + '/collect/posthog', autocapture: false, capture_pageview: false, disable_surveys: true, opt_out_useragent_filter: true, session_recording: {}, loaded: ( it ) => it.startSessionRecording( true ) } );
`;

const OPENREPLAY = `
	import Tracker from '@openreplay/tracker';
	new Tracker( { projectKey: 'bench', ingestPoint: location.origin + '/collect/openreplay', __DISABLE_SECURE_MODE: true } ).start();
`;

/** Names of the recorders, in the order of the table's columns. "none" is an empty script. */
export const KINDS = [ 'none', 'candid', 'inputs', 'rrweb', 'clarity', 'datadog', 'sentry', 'posthog', 'openreplay' ];

const SOURCES = { none: '', rrweb: RRWEB, clarity: CLARITY, datadog: DATADOG, sentry: SENTRY, posthog: POSTHOG, openreplay: OPENREPLAY };

/** Our entries, by what they are called here: as built for visitors, or readable for a profile. */
const OURS = { candid: [ 'front/visit.js', 'src/recorder/index.ts' ], inputs: [ 'front/visit-inputs.js', 'src/recorder/with-inputs.ts' ] };

/**
 * The script of a recorder.
 *
 * @param {string}  kind       One of KINDS.
 * @param {boolean} isReadable Whether names are kept, for a profile.
 * @return {Promise<string>} A classic script.
 */
export async function scriptOf( kind, isReadable ) {
	const ours = OURS[ kind ];
	if ( ours && ! isReadable ) {
		return readFile( join( root, 'plugin/build', ours[ 0 ] ), 'utf8' );
	}
	const input = ours ? { entryPoints: [ join( root, ours[ 1 ] ) ] } : { stdin: { contents: SOURCES[ kind ], resolveDir: kind === 'rrweb' ? root : peers } };
	const { outputFiles } = await build( { ...input, bundle: true, write: false, format: 'iife', minify: ! isReadable, target: 'es2022', logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' } } );
	return outputFiles[ 0 ].text;
}

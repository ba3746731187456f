import { readFile } from 'node:fs/promises';

const ADAPT = 'function adaptCssForReplay(cssText, cache) {\n';
const SIBLINGS = 'Array.isArray(parent.childNodes) ? parent.childNodes : Array.from(parent.childNodes)';

/**
 * What the stage never uses of the replay engine, compiled out, so that no option can bring it back:
 * canvas commands, the second, virtual document, and everything that rewrites style sheets: they stay as
 * the decoder has cleaned them. Each replacement must fit the pinned version exactly as often as counted
 * here; a new version that differs fails the build and is looked at.
 */
const REPLACEMENTS = [
	[ '__publicField(this, "UNSAFE_replayCanvas", false);', '', 1 ],
	[ 'this.config.UNSAFE_replayCanvas', 'false', 3 ],
	[ 'this.UNSAFE_replayCanvas = true;', '', 1 ],
	[ 'this.UNSAFE_replayCanvas = false;', '', 1 ],
	[ 'UNSAFE_replayCanvas: false,', '', 1 ],
	[ 'this.UNSAFE_replayCanvas', 'false', 1 ],
	[ 'this.config.useVirtualDom', 'false', 1 ],
	[ 'this.usingVirtualDom = true;', '', 1 ],
	[ ADAPT, `${ ADAPT }  return cssText;\n`, 1 ],
	// Rules that changed are put into the element that is there. The engine would write them into the snapshot too, so that a
	// seek back showed them from the beginning, and would leave out the other attributes of the same change.
	[ 'if (attributeName === "_cssText" && (target.nodeName === "LINK" || target.nodeName === "STYLE")) {', 'if (attributeName === "_cssText") {\ntarget.textContent = value;\ncontinue;\n', 1 ],
	[ '  if (n2.childNodes.length) {\n    applyCssSplits(n2, cssText, hackCss, cache);\n  } else {', '  {', 1 ],
	// The parser of style sheets has no more use; without these lines the bundler leaves both copies out.
	[ 'var postcssExports$1 = requirePostcss$1();', 'var postcssExports$1 = {};', 1 ],
	[ 'var postcssExports = requirePostcss();', 'var postcssExports = {};', 1 ],
	[ /^postcss(?:\$1)?\.\w+;$/gm, '', 48 ],
	// Siblings are gathered only where they are looked at: in these two parents, when there is one.
	[ `const prospectiveSiblings = ${ SIBLINGS };`, `const prospectiveSiblings = (parentSn.tagName === "textarea" || parentSn.tagName === "style") && parent.childNodes.length === 1 ? [ parent.firstChild ] : [];`, 1 ],
];

/**
 * esbuild plugin: the replay engine with the parts above compiled out.
 *
 * @param {Object}  [options]
 * @param {boolean} [options.mustRun] Whether the bundle has a replay engine: then a build in which nothing was replaced
 *                                    fails, for another path of the package would bring the engine in as it is.
 */
export function closeReplayer( { mustRun = false } = {} ) {
	return {
		name: 'close-replayer',
		setup( build ) {
			let ran = false;
			build.onEnd( () => ( mustRun && ! ran ? { errors: [ { text: 'The replay engine was bundled without the changes of tools/build/close-replayer.mjs: @rrweb/replay/dist/replay.js was not read. Adapt its path there.' } ] } : undefined ) );
			build.onLoad( { filter: /@rrweb[\\/]replay[\\/]dist[\\/]replay\.js$/ }, async ( { path } ) => {
				let contents = await readFile( path, 'utf8' );
				for ( const [ from, to, times ] of REPLACEMENTS ) {
					const found = typeof from === 'string' ? contents.split( from ).length - 1 : ( contents.match( from ) ?? [] ).length;
					if ( found !== times ) {
						return { errors: [ { text: `"${ from }" is ${ found } times in the replay engine, expected ${ times }. Read what changed in it, then adapt tools/build/close-replayer.mjs.` } ] };
					}
					contents = contents.replaceAll( from, () => to );
				}
				ran = true;
				return { contents, loader: 'js' };
			} );
		},
	};
}

/** Translatable strings of a PHP file. A small reader of tokens: enough for calls whose texts are literals. */

const same = { id: 0, domain: 1 };
const withContext = { id: 0, context: 1, domain: 2 };
/** Function → places of its arguments. */
const CALLS = {
	__: same, _e: same, esc_html__: same, esc_html_e: same, esc_attr__: same, esc_attr_e: same,
	_x: withContext, _ex: withContext, esc_html_x: withContext, esc_attr_x: withContext,
	_n: { id: 0, plural: 1, domain: 3 }, _nx: { id: 0, plural: 1, context: 3, domain: 4 },
	_n_noop: { id: 0, plural: 1, domain: 2 }, _nx_noop: { id: 0, plural: 1, context: 2, domain: 3 },
};

const TOKEN = /(\/\*[\s\S]*?\*\/|\/\/[^\n]*|#(?!\[)[^\n]*)|('(?:[^'\\]|\\[\s\S])*')|("(?:[^"\\]|\\[\s\S])*")|((?:->|::|\$|\\)?[A-Za-z_]\w*)|(\s+)|([\s\S])/g;

const single = ( token ) => token.slice( 1, -1 ).replace( /\\(['\\])/g, '$1' );
const ESCAPES = { n: '\n', t: '\t', r: '\r', v: '\v', e: '\u001b', f: '\f', '\\': '\\', $: '$', '"': '"' };
const double = ( token ) =>
	token.slice( 1, -1 ).replace( /\\(?:u\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([\s\S]))/g, ( whole, code, hex, octal, letter ) => {
		if ( letter !== undefined ) {
			return ESCAPES[ letter ] ?? whole;
		}
		return String.fromCodePoint( octal === undefined ? parseInt( code ?? hex, 16 ) : parseInt( octal, 8 ) );
	} );

function tokensOf( text ) {
	const tokens = [];
	let line = 1;
	for ( const [ whole, comment, quoted, double_, name, space ] of text.matchAll( TOKEN ) ) {
		const start = line;
		line += whole.split( '\n' ).length - 1;
		if ( comment !== undefined ) {
			tokens.push( { kind: 'comment', text: comment, end: line } );
		} else if ( quoted !== undefined ) {
			tokens.push( { kind: 'text', value: single( quoted ), line: start } );
		} else if ( double_ !== undefined ) {
			tokens.push( { kind: 'text', value: /(?<!\\)\$[A-Za-z{]|\{\$/.test( double_ ) ? null : double( double_ ), line: start } );
		} else if ( name !== undefined ) {
			tokens.push( { kind: 'name', value: name.replace( /^\\/, '' ), line: start } );
		} else if ( space === undefined ) {
			tokens.push( { kind: 'sign', value: whole, line: start } );
		}
	}
	return tokens;
}

/** Arguments of a call from its opening bracket: each the text of a lone literal (or literals joined with a dot), else null. */
function argumentsFrom( tokens, open ) {
	const found = [];
	let depth = 0;
	let parts = [];
	const close = () => {
		const joined = parts.filter( ( _, i ) => i % 2 === 0 );
		const dots = parts.filter( ( _, i ) => i % 2 === 1 );
		const literal = parts.length > 0 && parts.length % 2 === 1 && joined.every( ( t ) => t.kind === 'text' && t.value !== null ) && dots.every( ( t ) => t.value === '.' );
		found.push( literal ? joined.map( ( t ) => t.value ).join( '' ) : null );
		parts = [];
	};
	for ( let i = open; i < tokens.length; i++ ) {
		const token = tokens[ i ];
		if ( token.kind === 'comment' ) {
			continue;
		}
		const sign = token.kind === 'sign' ? token.value : '';
		if ( '([{'.includes( sign ) && sign !== '' && depth++ === 0 ) {
			continue;
		}
		if ( ')]}'.includes( sign ) && sign !== '' && --depth === 0 ) {
			if ( parts.length > 0 ) {
				close();
			}
			return found;
		}
		if ( sign === ',' && depth === 1 ) {
			close();
		} else {
			parts.push( token );
		}
	}
	return found;
}

/**
 * @param {string} path Path of the file, for messages.
 * @param {string} text Its text.
 * @return {{id: string, plural?: string, context?: string, note?: string}[]} The strings in order.
 * @throws {Error} When a string cannot be read or has another text domain: it would never be translated.
 */
export function stringsOfPhp( path, text ) {
	const tokens = tokensOf( text );
	const strings = [];
	let note;
	tokens.forEach( ( token, i ) => {
		if ( token.kind === 'comment' ) {
			const found = /translators:[\s\S]*/i.exec( token.text );
			note = found ? { end: token.end, text: found[ 0 ].replace( /\*\/\s*$/, '' ).replace( /\s*\n\s*\*?\s*/g, ' ' ).trim() } : note;
			return;
		}
		const next = tokens[ i + 1 ];
		const before = tokens[ i - 1 ];
		if ( token.kind !== 'name' || ! Object.hasOwn( CALLS, token.value ) || next?.value !== '(' || before?.value === 'function' ) {
			return;
		}
		const places = CALLS[ token.value ];
		const given = argumentsFrom( tokens, i + 1 );
		const at = ( place ) => ( place === undefined ? undefined : given[ place ] ?? null );
		const [ id, plural, context ] = [ at( places.id ), at( places.plural ), at( places.context ) ];
		if ( id === null || plural === null || context === null ) {
			throw new Error( `${ path }:${ token.line }: write the text of ${ token.value }() as a literal; a computed text cannot be translated.` );
		}
		if ( at( places.domain ) !== 'candid' ) {
			throw new Error( `${ path }:${ token.line }: the text domain of ${ token.value }() must be 'candid'.` );
		}
		strings.push( { id, plural, context, note: note && token.line >= note.end && token.line - note.end <= 2 ? note.text : undefined } );
	} );
	return strings;
}

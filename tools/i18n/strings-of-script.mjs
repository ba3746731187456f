/** Translatable strings of a TypeScript file, read with the compiler's own parser. */
import ts from 'typescript';

/** Function → places of its arguments. */
const CALLS = {
	__: { id: 0, domain: 1 },
	_x: { id: 0, context: 1, domain: 2 },
	_n: { id: 0, plural: 1, domain: 3 },
	_nx: { id: 0, plural: 1, context: 3, domain: 4 },
};

/** A text made of literals only, also joined with +; else null. */
function textOf( node ) {
	if ( ! node ) {
		return null;
	}
	if ( ts.isStringLiteralLike( node ) ) {
		return node.text;
	}
	if ( ts.isBinaryExpression( node ) && node.operatorToken.kind === ts.SyntaxKind.PlusToken ) {
		const left = textOf( node.left );
		const right = textOf( node.right );
		return left === null || right === null ? null : left + right;
	}
	return ts.isParenthesizedExpression( node ) ? textOf( node.expression ) : null;
}

/** Comments for translators with the line they end on. */
function notesOf( text, source ) {
	const notes = [];
	for ( const match of text.matchAll( /\/\*\s*(translators:[\s\S]*?)\*\/|\/\/\s*(translators:.*)/gi ) ) {
		const end = source.getLineAndCharacterOfPosition( match.index + match[ 0 ].length ).line;
		notes.push( { end, text: ( match[ 1 ] ?? match[ 2 ] ).replace( /\s*\n\s*\*?\s*/g, ' ' ).trim() } );
	}
	return notes;
}

/**
 * Only calls whose texts are literals and whose text domain is "candid" are read. Others are faults, which ESLint reports
 * (@wordpress/i18n-no-variables, @wordpress/i18n-text-domain).
 *
 * @param {string} path Path of the file.
 * @param {string} text Its text.
 * @return {{id: string, plural?: string, context?: string, note?: string}[]} The strings in order.
 */
export function stringsOfScript( path, text ) {
	const kind = path.endsWith( 'x' ) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
	const source = ts.createSourceFile( path, text, ts.ScriptTarget.Latest, true, kind );
	const notes = notesOf( text, source );
	const strings = [];
	const visit = ( node ) => {
		const places = ts.isCallExpression( node ) && ts.isIdentifier( node.expression ) && Object.hasOwn( CALLS, node.expression.text ) ? CALLS[ node.expression.text ] : null;
		if ( places ) {
			const line = source.getLineAndCharacterOfPosition( node.getStart() ).line;
			const at = ( place ) => ( place === undefined ? undefined : textOf( node.arguments[ place ] ) );
			const [ id, plural, context ] = [ at( places.id ), at( places.plural ), at( places.context ) ];
			const note = notes.findLast( ( { end } ) => end <= line && line - end <= 2 )?.text;
			if ( id !== null && plural !== null && context !== null && at( places.domain ) === 'candid' ) {
				strings.push( { id, plural, context, note } );
			}
		}
		ts.forEachChild( node, visit );
	};
	visit( source );
	return strings;
}

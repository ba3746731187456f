/**
 * Writes numbers for the enumerations of @rrweb/record. Compiled, an enumeration is an object with every
 * name twice, which no minifier can see through; the recorder carries none of the names but those it
 * looks up by text.
 */
const ENUM = /var (\w+) = \/\* @__PURE__ \*\/ \(\((\w+)\) => \{\n((?:  \2\[\2\["\w+"\] = \d+\] = "\w+";\n)+)  return \2;\n\}\)\(\1 \|\| \{\}\);\n/g;
/** How many the package has. Another count: look at each again. */
const ENUMS = 7;

/**
 * @param {string} source Source of @rrweb/record.
 * @return {string} The same with numbers.
 * @throws {Error} When the package has other enumerations than it had.
 */
export function numberEnums( source ) {
	const enums = [ ...source.matchAll( ENUM ) ];
	if ( enums.length !== ENUMS ) {
		throw new Error( `tools/number-rrweb.mjs: @rrweb/record has ${ enums.length } enumerations, not ${ ENUMS }. The package changed: look at each again.` );
	}
	for ( const [ declaration, name, , body ] of enums ) {
		const values = Object.fromEntries( [ ...body.matchAll( /\["(\w+)"\] = (\d+)/g ) ].map( ( [ , member, value ] ) => [ member, value ] ) );
		source = source.replace( declaration, '' ).replace( new RegExp( `\\b${ name }\\.(\\w+)\\b`, 'g' ), ( all, member ) => values[ member ] ?? all );
		// Looked up by a name in a variable: then both ways must stay.
		if ( new RegExp( `\\b${ name }\\b` ).test( source ) ) {
			if ( Object.values( values ).some( ( value, place ) => value !== String( place ) ) ) {
				throw new Error( `tools/number-rrweb.mjs: ${ name } does not count from 0.` );
			}
			source = `var ${ name } = {};\n"${ Object.keys( values ).join( ' ' ) }".split( " " ).forEach( ( member, value ) => { ${ name }[ ${ name }[ member ] = value ] = member; } );\n${ source }`;
		}
	}
	return source;
}

<?php
/**
 * Translatable strings of PHP files, read with PHP's own tokenizer: paths and texts come as a JSON object on standard
 * input, each file's strings go as one to standard output.
 *
 * Only calls whose texts are literals and whose text domain is "candid" are read. Others are faults, which phpcs reports
 * (WordPress.WP.I18n).
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tools;

/** Function → places of its arguments. */
const PLACES_OF_ARGUMENTS = array(
	'__'         => array( 'id' => 0, 'domain' => 1 ),
	'_e'         => array( 'id' => 0, 'domain' => 1 ),
	'esc_html__' => array( 'id' => 0, 'domain' => 1 ),
	'esc_html_e' => array( 'id' => 0, 'domain' => 1 ),
	'esc_attr__' => array( 'id' => 0, 'domain' => 1 ),
	'esc_attr_e' => array( 'id' => 0, 'domain' => 1 ),
	'_x'         => array( 'id' => 0, 'context' => 1, 'domain' => 2 ),
	'_ex'        => array( 'id' => 0, 'context' => 1, 'domain' => 2 ),
	'esc_html_x' => array( 'id' => 0, 'context' => 1, 'domain' => 2 ),
	'esc_attr_x' => array( 'id' => 0, 'context' => 1, 'domain' => 2 ),
	'_n'         => array( 'id' => 0, 'plural' => 1, 'domain' => 3 ),
	'_nx'        => array( 'id' => 0, 'plural' => 1, 'context' => 3, 'domain' => 4 ),
	'_n_noop'    => array( 'id' => 0, 'plural' => 1, 'domain' => 2 ),
	'_nx_noop'   => array( 'id' => 0, 'plural' => 1, 'context' => 2, 'domain' => 3 ),
);

/** A comment for translators counts for a call that starts at most so many lines after it. */
const LINES_TO_COMMENT = 2;

/**
 * Texts of the arguments of a call.
 *
 * @param list<\PhpToken> $tokens Code without white space and comments.
 * @param int             $open   Index of the opening parenthesis.
 * @return list<string|null> Null for an argument that is more than literals joined with dots.
 */
function texts_of_arguments( array $tokens, int $open ): array {
	$texts = array();
	$text  = '';
	$depth = 0;
	for ( $i = $open, $end = count( $tokens ); $i < $end; $i++ ) {
		$token = $tokens[ $i ];
		if ( in_array( $token->text, array( '(', '[', '{' ), true ) ) {
			$text = 1 === ++$depth ? '' : null;
		} elseif ( in_array( $token->text, array( ')', ']', '}' ), true ) && 0 === --$depth ) {
			return array( ...$texts, $text );
		} elseif ( 1 === $depth && ',' === $token->text ) {
			$texts[] = $text;
			$text    = '';
		} elseif ( T_CONSTANT_ENCAPSED_STRING === $token->id && null !== $text ) {
			// A literal without variables, from a file of this repository.
			$text .= eval( "return {$token->text};" ); // phpcs:ignore Squiz.PHP.Eval.Discouraged
		} elseif ( '.' !== $token->text ) {
			$text = null;
		}
	}
	return $texts;
}

/** @return string The comment for translators in a comment, on one line; empty where there is none. */
function note_in( string $comment ): string {
	if ( 1 !== preg_match( '~translators:.*~is', $comment, $found ) ) {
		return '';
	}
	return trim( (string) preg_replace( array( '~\*/\s*$~', '~\s*\n\s*\*?\s*~' ), array( '', ' ' ), $found[0] ) );
}

/** @return list<array<string, string>> Strings of a PHP file: id, and where given plural, context and note. */
function strings_of( string $source ): array {
	$code    = array();
	$strings = array();
	$notes   = array();
	foreach ( \PhpToken::tokenize( $source ) as $token ) {
		if ( $token->is( array( T_COMMENT, T_DOC_COMMENT ) ) ) {
			$notes[ $token->line + substr_count( rtrim( $token->text ), "\n" ) ] = note_in( $token->text );
		} elseif ( ! $token->isIgnorable() ) {
			$code[] = $token;
		}
	}
	$notes = array_filter( $notes );
	foreach ( $code as $i => $token ) {
		$places = $token->is( array( T_STRING, T_NAME_FULLY_QUALIFIED ) ) ? PLACES_OF_ARGUMENTS[ ltrim( $token->text, '\\' ) ] ?? null : null;
		if ( null === $places || '(' !== ( $code[ $i + 1 ]->text ?? '' ) || true === ( $code[ $i - 1 ] ?? null )?->is( array( T_FUNCTION, T_OBJECT_OPERATOR, T_NULLSAFE_OBJECT_OPERATOR, T_DOUBLE_COLON, T_NEW ) ) ) {
			continue;
		}
		$texts  = texts_of_arguments( $code, $i + 1 );
		$string = array_map( static fn( int $place ): ?string => $texts[ $place ] ?? null, $places );
		if ( in_array( null, $string, true ) || 'candid' !== $string['domain'] ) {
			continue;
		}
		unset( $string['domain'] );
		for ( $line = $token->line; $line >= $token->line - LINES_TO_COMMENT; $line-- ) {
			if ( isset( $notes[ $line ] ) ) {
				$string['note'] = $notes[ $line ];
				break;
			}
		}
		$strings[] = $string;
	}
	return $strings;
}

echo json_encode( array_map( strings_of( ... ), json_decode( (string) stream_get_contents( STDIN ), true, 4, JSON_THROW_ON_ERROR ) ), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );

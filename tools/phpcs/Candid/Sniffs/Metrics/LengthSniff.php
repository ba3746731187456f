<?php
/**
 * How long a file and a function may be. PHP_CodeSniffer has no sniff for that.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace PHP_CodeSniffer\Standards\Candid\Sniffs\Metrics;

use PHP_CodeSniffer\Files\File;
use PHP_CodeSniffer\Sniffs\Sniff;

/** Reports files and functions that are too long: by then they hold more than one idea. */
final class LengthSniff implements Sniff {

	/** Lines of a file, all of them. */
	public int $file_lines = 300;

	/** Lines between the braces of a function or method. */
	public int $function_lines = 70;

	/** @return list<int|string> */
	public function register(): array {
		return array( T_OPEN_TAG, T_FUNCTION );
	}

	/**
	 * @param File $file  The file.
	 * @param int  $place Index of the token.
	 */
	public function process( File $file, $place ): int {
		$tokens = $file->getTokens();
		if ( T_OPEN_TAG === $tokens[ $place ]['code'] ) {
			$lines = end( $tokens )['line'];
			if ( $lines > $this->file_lines ) {
				$file->addError( 'The file has %d lines; %d at most.', $place, 'File', array( $lines, $this->file_lines ) );
			}
			return 0;
		}
		if ( isset( $tokens[ $place ]['scope_opener'], $tokens[ $place ]['scope_closer'] ) ) {
			$lines = $tokens[ $tokens[ $place ]['scope_closer'] ]['line'] - $tokens[ $tokens[ $place ]['scope_opener'] ]['line'] - 1;
			if ( $lines > $this->function_lines ) {
				$file->addError( 'The function %s has %d lines; %d at most.', $place, 'Function', array( (string) $file->getDeclarationName( $place ), $lines, $this->function_lines ) );
			}
		}
		return 0;
	}
}

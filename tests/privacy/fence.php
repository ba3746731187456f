<?php
/**
 * The fence as a filter, for tests/privacy/forged.mjs: takes {"inputs", "preset", "segments": [text of a body, …]} on
 * standard input, gives {"stored": [text, …], "findings": {rule: count}, "dropped": int}.
 *
 * @package Candid
 */

declare(strict_types=1);

use Candid\Domain\Deadline;
use Candid\Domain\Envelope;
use Candid\Domain\Event;
use Candid\Domain\Findings;
use Candid\Domain\Recording_Id;
use Candid\Fence\Fence;

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';

$candid_given  = json_decode( (string) stream_get_contents( STDIN ), true, 8, JSON_THROW_ON_ERROR );
$candid_fence  = new Fence( array(), $candid_given['inputs'], $candid_given['preset'] );
$candid_state  = '';
$candid_report = array(
	'stored'   => array(),
	'findings' => array(),
	'dropped'  => 0,
);
foreach ( $candid_given['segments'] as $candid_body ) {
	$candid_lines    = array_values( array_filter( explode( "\n", $candid_body ) ) );
	$candid_findings = new Findings();
	$candid_fence->open( Recording_Id::from_hex( str_repeat( 'ab', 16 ) ), $candid_state, Deadline::never() );
	$candid_envelope = $candid_fence->inspect_envelope( Envelope::parse( $candid_lines[0] ), $candid_findings );
	$candid_stored   = array( (string) $candid_envelope?->line );
	foreach ( array_slice( $candid_lines, 1 ) as $candid_line ) {
		$candid_event = null === $candid_envelope ? null : Event::read( $candid_line );
		$candid_made  = null !== $candid_event && $candid_fence->inspect( $candid_event, $candid_envelope, $candid_findings ) ? $candid_event->line() : null;
		if ( null === $candid_made ) {
			++$candid_report['dropped'];
		} else {
			$candid_stored[] = $candid_made;
		}
	}
	foreach ( $candid_findings->all() as $candid_finding ) {
		$candid_report['findings'][ $candid_finding->rule ] = ( $candid_report['findings'][ $candid_finding->rule ] ?? 0 ) + $candid_finding->count;
	}
	$candid_state              = $candid_fence->close();
	$candid_report['stored'][] = implode( "\n", $candid_stored ) . "\n" . $candid_state;
}
echo json_encode( $candid_report, JSON_THROW_ON_ERROR );

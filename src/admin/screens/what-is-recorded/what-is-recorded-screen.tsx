import { speak } from '@wordpress/a11y';
import { Notice, Spinner, ToggleControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { judge, pointAt, selectorOf } from '../../../picker';
import type { Finding } from '../../../picker';
import { useRouting } from '../../shell/routing';
import { Screen } from '../../shell/screen';
import { handover } from '../../data/handover';
import type { RequestError } from '../../data/request-error';
import { requestErrorFrom } from '../../data/request-error';
import { fetchSettings, saveSettings } from '../../data/settings';
import { useRequest } from '../../data/use-request';
import { fateText, reasonText } from '../../text/reason-text';
import { RequestNotice } from '../../ui/request-notice';
import { AddressBar } from './address-bar';
import { FieldTable } from './field-table';
import { Legend } from './legend';
import { pageAddress } from './page-address';
import type { PageRules } from './page-rules';
import { PickedElement } from './picked-element';
import { useFramedPage } from './use-framed-page';

/** Shows any page of the site with what a recording would keep of it. */
export function WhatIsRecordedScreen() {
	const { siteUrl } = handover();
	const { route, go } = useRouting();
	const settings = useRequest( 'settings', fetchSettings );
	const stored = settings.data?.settings ?? null;
	const at = route.screen === 'what-is-recorded' ? route.page : null;
	const address = pageAddress( at ?? siteUrl, siteUrl, window.location.origin );
	// Links in the frame lead away from its address: asking for that again must load it again.
	const [ turn, setTurn ] = useState( 0 );
	const shown = 'url' in address ? `${ turn } ${ address.url }` : null;
	const { frame, onLoad, page, rules, survey, closed } = useFramedPage( stored, shown );
	const [ following, setFollowing ] = useState( false );
	const [ picked, setPicked ] = useState< Element | null >( null );
	const [ busy, setBusy ] = useState( false );
	const [ added, setAdded ] = useState( '' );
	const [ problem, setProblem ] = useState( '' );
	const [ failed, setFailed ] = useState< { what: string; error: RequestError } | null >( null );

	useEffect( () => setPicked( null ), [ page ] );
	useEffect( () => {
		if ( ! page || ! rules || following ) {
			return;
		}
		const stop = pointAt( page.document, {
			onPoint: ( element ) => {
				const finding = element && judge( element, rules );
				page.painter.mark( element, finding ? said( finding ) : '' );
			},
			onPick: setPicked,
		} );
		return () => {
			stop();
			page.painter.mark( null );
		};
	}, [ page, rules, following ] );

	const store = async ( selector: string, blocks: boolean ) => {
		setBusy( true );
		setFailed( null );
		setProblem( '' );
		try {
			// As it stands now: another tab may have added to the list since this screen opened.
			const { blocked_selectors: now } = ( await fetchSettings() ).settings;
			const blocked = blocks ? [ ...new Set( [ ...now, selector ] ) ] : now.filter( ( other ) => other !== selector );
			const answer = await saveSettings( { blocked_selectors: blocked } );
			const refused = answer.rejected.find( ( { value } ) => value === selector );
			settings.setData( answer );
			setProblem( refused ? `${ selector }: ${ refused.reason }` : '' );
			setAdded( refused || ! blocks ? '' : selector );
			/* translators: %s: CSS selector. */
			const done = blocks ? sprintf( __( 'Blocked: %s', 'candid' ), selector ) : __( 'No longer blocked.', 'candid' );
			speak( refused ? refused.reason : done );
			setPicked( null );
		} catch ( reason ) {
			const what = blocks ? __( 'Nothing was blocked.', 'candid' ) : __( 'It is still blocked.', 'candid' );
			setFailed( { what, error: requestErrorFrom( reason ) } );
		}
		setBusy( false );
	};
	const block = ( element: Element ) => {
		const selector = selectorOf( element );
		if ( ! selector ) {
			setProblem( __( 'No lasting selector was found for this element. Pick one that surrounds it, or write a selector in the settings.', 'candid' ) );
			return;
		}
		void store( selector, true );
	};
	const show = ( element: Element | null, bring = false ) => {
		const finding = element && rules && judge( element, rules );
		const view = page?.document.defaultView;
		if ( element && view ) {
			// Not scrollIntoView: it would scroll the admin page around the frame too.
			view.scrollBy( { top: element.getBoundingClientRect().top - view.innerHeight / 2 } );
		}
		if ( bring ) {
			frame.current?.scrollIntoView( { block: 'center' } );
		}
		page?.painter.mark( element, finding ? said( finding ) : '' );
	};

	return (
		<Screen
			wide
			title={ __( 'What is recorded', 'candid' ) }
			intro={ __( 'Any page of your site, with what a recording keeps of it. The page is loaded as you are logged in, so it may differ from what visitors see.', 'candid' ) }
		>
			{ settings.error && (
				<RequestNotice what={ __( 'The settings could not be loaded.', 'candid' ) } error={ settings.error } onRetry={ settings.reload } />
			) }
			{ failed && <RequestNotice what={ failed.what } error={ failed.error } /> }
			{ problem && (
				<Notice status="warning" className="candid-notice" onRemove={ () => setProblem( '' ) }>
					{ problem }
				</Notice>
			) }
			{ added && (
				<Notice status="success" className="candid-notice" onRemove={ () => setAdded( '' ) } actions={ [ { label: __( 'Undo', 'candid' ), onClick: () => void store( added, false ) } ] }>
					{ __( 'Blocked from now on, on every page:', 'candid' ) } <code dir="ltr">{ added }</code>
				</Notice>
			) }
			{ stored && ! stored.recording && (
				<p className="candid-remark">{ __( 'Recording is off. This is what would be recorded if it were on.', 'candid' ) }</p>
			) }
			<AddressBar
				current={ page?.document.URL ?? ( 'url' in address ? address.url : siteUrl ) }
				onGo={ ( url ) => {
					setTurn( turn + 1 );
					go( { screen: 'what-is-recorded', page: url } );
				} }
			/>
			<div className="candid-survey">
				<div className="candid-survey__page">
					{ 'url' in address && (
						<iframe
							key={ shown }
							ref={ frame }
							src={ address.url }
							title={ __( 'Page of your site', 'candid' ) }
							onLoad={ onLoad }
						/>
					) }
					{ 'url' in address && ! page && ! closed && (
						<p className="candid-survey__wait" role="status">
							<Spinner /> { __( 'Loading the page…', 'candid' ) }
						</p>
					) }
					{ ( closed || ! ( 'url' in address ) ) && (
						<p className="candid-survey__wait">
							{ __( 'This page cannot be shown here: it belongs to another address than this one, forbids being framed, or is part of WordPress’ own administration.', 'candid' ) }
						</p>
					) }
				</div>
				<div className="candid-survey__side">
					{ page && <PageRemark said={ page.said } /> }
					{ picked && rules && (
						<PickedElement
							finding={ judge( picked, rules ) }
							busy={ busy }
							onBlock={ ( selector ) => void store( selector, true ) }
							onChoose={ ( element ) => {
								setPicked( element );
								show( element );
							} }
							onClose={ () => {
								setPicked( null );
								show( null );
							} }
						/>
					) }
					<div className="candid-survey__mode">
						<ToggleControl
							__nextHasNoMarginBottom
							label={ __( 'Follow links', 'candid' ) }
							help={
								following
									? __( 'The page works as usual. Turn this off to point at elements.', 'candid' )
									: __( 'Point at an element to see why, click to choose it. The page itself does not react.', 'candid' )
							}
							checked={ following }
							onChange={ setFollowing }
						/>
					</div>
					<Legend survey={ survey } />
				</div>
			</div>
			<FieldTable survey={ survey } busy={ busy } onShow={ show } onBlock={ block } />
			{ survey?.cut && (
				<p className="candid-remark">{ __( 'The page is very large; only its first part was looked at.', 'candid' ) }</p>
			) }
		</Screen>
	);
}

/** What holds for the page as a whole. */
function PageRemark( { said: rules }: { said: PageRules | null } ) {
	if ( ! rules ) {
		return (
			<p className="candid-remark is-warning" role="status">
				{ __( 'This page did not say which rules hold on it: it may come from a cache or not from WordPress. What is shown follows the settings alone.', 'candid' ) }
			</p>
		);
	}
	if ( ! rules.recorded ) {
		return (
			<p className="candid-remark" role="status">
				{ __( 'Visits to this page are not recorded at all. The colours show what the settings would do.', 'candid' ) }
			</p>
		);
	}
	return rules.masked ? (
		<p className="candid-remark" role="status">
			{ __( 'All text of this page is masked, because pages of its kind show personal data: accounts, orders, passwords.', 'candid' ) }
		</p>
	) : null;
}

function said( finding: Finding ): string {
	return `${ fateText( finding.fate ) }: ${ reasonText( finding ) }`;
}

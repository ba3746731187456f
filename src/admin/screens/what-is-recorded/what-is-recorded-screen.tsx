import { ToggleControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { judge, selectorOf } from '../../../picker';
import { handover } from '../../data/handover';
import { fetchSettings } from '../../data/settings';
import { useRequest } from '../../data/use-request';
import { useSay } from '../../shell/notices';
import { Part } from '../../shell/part';
import { useRouting } from '../../shell/routing';
import { Screen } from '../../shell/screen';
import { RequestNotice } from '../../ui/request-notice';
import { AddressBar } from './address-bar';
import { BlockingNotices } from './blocking-notices';
import { FieldTable } from './field-table';
import { Legend } from './legend';
import { pageAddress } from './page-address';
import { PageRemark } from './page-remark';
import { PickedElement } from './picked-element';
import { SurveyFrame } from './survey-frame';
import { useBlocking } from './use-blocking';
import { useFramedPage } from './use-framed-page';
import { usePointing } from './use-pointing';

/** Shows any page of the site with what a recording would keep of it. */
export function WhatIsRecordedScreen() {
	const { siteUrl } = handover();
	const { route, go } = useRouting();
	const say = useSay();
	const settings = useRequest( 'settings', fetchSettings );
	const stored = settings.data?.settings ?? null;
	const at = route.screen === 'what-is-recorded' ? route.page : null;
	const address = pageAddress( at ?? siteUrl, siteUrl, window.location.origin );
	const url = 'url' in address ? address.url : null;
	// Links in the frame lead away from its address: asking for that again must load it again.
	const [ turn, setTurn ] = useState( 0 );
	const shown = url === null ? null : `${ turn } ${ url }`;
	const { frame, onLoad, page, rules, survey, closed } = useFramedPage( stored, shown );
	const [ following, setFollowing ] = useState( false );
	const { picked, pick, show } = usePointing( page, rules, ! following );
	const blocking = useBlocking( settings.setData );
	const mode = useRef< HTMLDivElement >( null );

	const focusMode = () => mode.current?.querySelector( 'input' )?.focus( { preventScroll: true } );
	const block = async ( selector: string ) => {
		if ( await blocking.block( selector ) ) {
			/* translators: %s: CSS selector. */
			say( sprintf( __( 'Blocked: %s', 'candid' ), selector ) );
			const wasPicked = picked !== null;
			pick( null );
			if ( wasPicked ) {
				focusMode();
			}
		}
	};
	const undo = async () => {
		if ( await blocking.undo() ) {
			say( __( 'No longer blocked.', 'candid' ) );
			focusMode();
		}
	};
	const choose = ( element: Element | null ) => {
		pick( element );
		show( element );
		if ( ! element ) {
			focusMode();
		}
	};

	return (
		<Screen
			wide
			title={ __( 'What is recorded', 'candid' ) }
			intro={ __( 'Any page of your site, with what a recording keeps of it. The page is loaded while you are logged in, so it may differ from what visitors see.', 'candid' ) }
		>
			{ settings.error && <RequestNotice what={ __( 'The settings could not be loaded.', 'candid' ) } error={ settings.error } onRetry={ settings.reload } /> }
			{ stored && ! stored.recording && (
				<p className="candid-remark">{ __( 'Recording is off. This is what would be recorded if it were on.', 'candid' ) }</p>
			) }
			<AddressBar
				current={ page?.document.URL ?? url ?? siteUrl }
				onGo={ ( to ) => {
					setTurn( turn + 1 );
					go( { screen: 'what-is-recorded', page: to } );
				} }
			/>
			<div className="candid-survey">
				<SurveyFrame ref={ frame } url={ url } turn={ shown ?? '' } isShown={ page !== null } isClosed={ closed } onLoad={ onLoad } />
				<div className="candid-survey__side">
					<BlockingNotices blocking={ blocking } onUndo={ () => void undo() } />
					{ page && <PageRemark said={ page.said } /> }
					{ picked && rules && (
						<Part name={ __( 'Selected element', 'candid' ) }>
							<PickedElement
								picked={ picked }
								finding={ judge( picked.element, rules ) }
								busy={ blocking.busy }
								onBlock={ ( selector ) => void block( selector ) }
								onChoose={ choose }
								onClose={ () => choose( null ) }
							/>
						</Part>
					) }
					<div ref={ mode } className="candid-survey__mode">
						<ToggleControl
							__nextHasNoMarginBottom
							label={ __( 'Follow links', 'candid' ) }
							help={
								following
									? __( 'The page works as usual. Turn this off to select elements.', 'candid' )
									: __( 'Hover over an element to see what happens to it, click to select it. Links and buttons do not work in this mode.', 'candid' )
							}
							checked={ following }
							onChange={ setFollowing }
						/>
					</div>
					<Legend survey={ survey } />
				</div>
			</div>
			<Part name={ __( 'Form fields on this page', 'candid' ) }>
				<FieldTable
					survey={ survey }
					busy={ blocking.busy }
					onShow={ ( element, bring ) => {
						if ( bring ) {
							frame.current?.scrollIntoView( { block: 'center' } );
						}
						show( element );
					} }
					onBlock={ ( element ) => {
						const selector = selectorOf( element );
						return selector ? void block( selector ) : blocking.noSelector();
					} }
				/>
			</Part>
			{ survey?.cut && <p className="candid-remark">{ __( 'The page is very large; only its first part was checked.', 'candid' ) }</p> }
		</Screen>
	);
}

package org.larum.reports.report;

/** How a page looks: the light tokens of the web app, and what a sheet of paper needs beside them. */
final class Style {

    private Style() {}

    static String of(Brand brand) {
        return SCREEN.replace("ACCENT", brand.accent()).replace("ACINK", brand.ink());
    }

    /** What stands on each page: its title, and which of how many it is. */
    static final String PAPER = """
            @page { size: A4; margin: 22mm 16mm 20mm;
              @top-left { content: element(running); width: 100% }
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt 'Larum Sans'; color: #4a5764 } }
            @page :first { margin-top: 14mm; @top-left { content: normal } }
            body { font-family: 'Larum Sans'; font-size: 9pt; max-width: none; margin: 0; padding: 0 }
            .running { display: block; position: running(running); font-size: 8pt; color: #4a5764; border-bottom: 1px solid #dce2e8;
              padding-bottom: 2mm }
            svg { width: 178mm; height: auto }
            h2, h3 { page-break-after: avoid }
            table.rows { -fs-table-paginate: paginate; font-size: 8pt }
            tr, .chart, table.cards { page-break-inside: avoid }
            .wide { overflow: visible }
            .value { font-size: 14pt }
            footer { display: none }
            """;

    /** What people write has lists, quotations and tables of their own making. */
    static final String WRITTEN = """
            h1 { font-size: 18pt }
            h2 { font-size: 13pt; margin: 20pt 0 8pt }
            h3 { font-size: 10pt }
            header { margin-bottom: 12pt }
            ul, ol { margin: 0 0 8pt; padding-left: 18pt }
            li { margin-bottom: 3pt }
            a { color: #12181f }
            blockquote { margin: 0 0 8pt; padding-left: 10pt; border-left: 3px solid #dce2e8; color: #4a5764 }
            code, pre { font-family: 'Larum Mono'; font-size: 8pt }
            pre { background: #f5f7f9; padding: 8pt; white-space: pre-wrap; overflow-wrap: anywhere; word-wrap: break-word }
            main table { font-size: 8pt; margin-bottom: 8pt; -fs-table-paginate: paginate }
            main th, main td { text-align: left; vertical-align: top; padding: 4pt 6pt; border-bottom: 1px solid #dce2e8;
              overflow-wrap: anywhere; word-wrap: break-word }
            """;

    private static final String SCREEN = """
            body { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; font-size: 15px; line-height: 1.5; color: #12181f;
              background: #ffffff; max-width: 760px; margin: 0 auto; padding: 24px 16px }
            .running { display: none }
            header { border-top: 6px solid ACCENT; padding-top: 16px; margin-bottom: 24px }
            .brand { color: ACINK; font-weight: bold; margin-bottom: 20px }
            .logo { height: 32px; vertical-align: middle; margin-right: 10px }
            h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px }
            h2 { font-size: 20px; line-height: 1.25; margin: 36px 0 12px; padding-bottom: 6px; border-bottom: 1px solid #dce2e8 }
            h3 { font-size: 15px; margin: 20px 0 8px }
            p { margin: 0 0 12px; max-width: 72ch }
            .subtitle { font-size: 17px; color: #4a5764; margin-bottom: 4px }
            .period, .note, footer { color: #4a5764; font-size: 13px }
            table { border-collapse: collapse; width: 100% }
            table.cards { border-collapse: separate; border-spacing: 8px 0; margin: 0 -8px 12px; table-layout: fixed }
            td.card { background: #f5f7f9; border: 1px solid #dce2e8; border-radius: 10px; padding: 12px 14px; vertical-align: top }
            .label { color: #4a5764; font-size: 13px }
            .value { font-size: 26px; font-weight: bold; line-height: 1.3 }
            .met { color: #12181f }
            .missed { color: #c2182b; font-weight: bold }
            table.rows { font-size: 13px; margin-bottom: 12px }
            .rows th, .rows td { text-align: left; vertical-align: top; padding: 5px 8px; border-bottom: 1px solid #dce2e8;
              overflow-wrap: anywhere; word-wrap: break-word }
            .rows thead th { border-bottom: 2px solid #7a8794; color: #4a5764 }
            .rows tbody th { font-weight: normal }
            .rows .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
            .rows .moment { white-space: nowrap }
            .rows td.none { color: #4a5764 }
            .wide { overflow-x: auto }
            .chart svg { max-width: 100%; height: auto; display: block }
            .lacking { background: #f5f7f9; border-left: 3px solid #7a8794; padding: 10px 14px; color: #4a5764 }
            footer { border-top: 1px solid #dce2e8; margin-top: 36px; padding-top: 10px }
            """;
}

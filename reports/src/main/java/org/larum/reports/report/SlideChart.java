package org.larum.reports.report;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;

/** A chart that PowerPoint draws itself, of numbers that stand in the workbook inside it: lines are told apart by dash, too. */
final class SlideChart {

    private static final int HEIGHT = 300;
    private static final List<PresetLineDash> DASHES =
            List.of(PresetLineDash.SOLID, PresetLineDash.DASH, PresetLineDash.SYSTEM_DOT, PresetLineDash.LARGE_DASH);

    private final XMLSlideShow show;
    private final Brand brand;

    SlideChart(XMLSlideShow show, Brand brand) {
        this.show = show;
        this.brand = brand;
    }

    PptxReport.Part part(Block.Chart chart) {
        return new PptxReport.Part(HEIGHT, (slide, top) -> {
            var title = chart.unit().isEmpty() ? chart.title() : chart.title() + " (" + chart.unit() + ")";
            slide.text(new Rectangle(Slide.LEFT, top, Slide.ACROSS, 24), title, Slide.Look.HEAD);
            draw(chart, slide, new Rectangle(Slide.LEFT, top + 26, Slide.ACROSS, HEIGHT - 26));
        });
    }

    private void draw(Block.Chart chart, Slide slide, Rectangle where) {
        var drawn = show.createChart();
        var bottom = drawn.createCategoryAxis(AxisPosition.BOTTOM);
        var left = drawn.createValueAxis(AxisPosition.LEFT);
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        left.getOrAddMajorGridProperties().setLineProperties(line(Slide.LINE, 0.75, PresetLineDash.SOLID));
        left.setNumberFormat("#,##0.##");
        boolean isBar = chart.shape() == Block.Chart.Shape.BAR;
        var data = drawn.createData(isBar ? ChartTypes.BAR : ChartTypes.LINE, bottom, left);
        data.setVaryColors(false);
        series(chart, drawn, data);
        if (data instanceof XDDFBarChartData bars) {
            bars.setBarDirection(BarDirection.COL);
            bars.setGapWidth(60);
            left.setCrossBetween(org.apache.poi.xddf.usermodel.chart.AxisCrossBetween.BETWEEN);
        }
        drawn.plot(data);
        drawn.displayBlanksAs(DisplayBlanks.GAP);
        drawn.setTitleOverlay(false);
        drawn.setAutoTitleDeleted(true);
        if (chart.series().size() > 1) {
            drawn.getOrAddLegend().setPosition(LegendPosition.TOP);
        }
        put(chart, drawn, slide, where);
    }

    private void series(Block.Chart chart, XSLFChart drawn, XDDFChartData data) {
        int most = chart.labels().size();
        var labels = chart.labels().stream().map(Markup::held).toArray(String[]::new);
        var names = XDDFDataSourcesFactory.fromArray(labels, drawn.formatRange(new CellRangeAddress(1, most, 0, 0)), 0);
        for (int at = 0; at < chart.series().size(); at++) {
            var one = chart.series().get(at);
            var values = XDDFDataSourcesFactory.fromArray(
                    one.values().toArray(Double[]::new),
                    drawn.formatRange(new CellRangeAddress(1, most, at + 1, at + 1)),
                    at + 1);
            var series = data.addSeries(names, values);
            var name = Markup.held(one.name());
            series.setTitle(name, drawn.setSheetTitle(name, at + 1));
            look(series, at, one.values().size());
        }
    }

    private void look(XDDFChartData.Series series, int at, int values) {
        if (series instanceof XDDFLineChartData.Series lines) {
            lines.setSmooth(false);
            lines.setMarkerStyle(values <= 40 ? MarkerStyle.CIRCLE : MarkerStyle.NONE);
            lines.setLineProperties(line(color(at), at == 0 ? 2.5 : 1.75, DASHES.get(at % DASHES.size())));
        } else {
            var properties = new XDDFShapeProperties();
            properties.setFillProperties(solid(color(at)));
            series.setShapeProperties(properties);
        }
    }

    private void put(Block.Chart chart, XSLFChart drawn, Slide slide, Rectangle where) {
        slide.bare()
                .addChart(
                        drawn,
                        new Rectangle2D.Double(
                                Units.toEMU(where.x),
                                Units.toEMU(where.y),
                                Units.toEMU(where.width),
                                Units.toEMU(where.height)));
        var shapes = slide.bare().getShapes();
        if (shapes.getLast() instanceof XSLFGraphicFrame frame) {
            var properties = ((org.openxmlformats.schemas.presentationml.x2006.main.CTGraphicalObjectFrame)
                            frame.getXmlObject())
                    .getNvGraphicFramePr()
                    .getCNvPr();
            properties.setName(Markup.held(chart.title()));
            properties.setDescr(Markup.held(ChartSvg.told(chart)));
        }
    }

    private Color color(int series) {
        return Color.decode(series == 0 ? brand.ink() : ChartSvg.FILLS.get((series - 1) % ChartSvg.FILLS.size()));
    }

    private static XDDFLineProperties line(Color color, double width, PresetLineDash dash) {
        var line = new XDDFLineProperties(solid(color));
        line.setWidth(width);
        line.setPresetDash(new XDDFPresetLineDash(dash));
        return line;
    }

    private static XDDFSolidFillProperties solid(Color color) {
        return new XDDFSolidFillProperties(
                XDDFColor.from(new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()}));
    }
}

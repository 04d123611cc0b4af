package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class AttachmentInspectionTest {

    private static final int MEGABYTE = 1024 * 1024;

    @RegisterExtension
    private final Bench bench = new Bench();

    @Test
    void tellsPapersByTheirContent() {
        assertThat(mediaType(Samples.utf8("%PDF-1.7\n…"))).isEqualTo("application/pdf");
        assertThat(mediaType(Samples.zip(Map.of("OFD.xml", Samples.utf8("<OFD/>")))))
                .isEqualTo("application/ofd");
        assertThat(mediaType(Samples.docx("<w:document/>")))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(mediaType(Samples.utf8("# 会议纪要\n\n一、…"))).isEqualTo("text/plain;charset=UTF-8");
        assertThat(mediaType(Samples.jpeg(4, 4))).isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "00000018667479704d344120000002006d703432, audio/mp4",
        "2321414d520a3c91175e, audio/amr",
        "2321414d522d57420a04, audio/amr",
        "49443303000000000f76, audio/mpeg",
        "49443304000000000f76, audio/mpeg",
        "fffb90640000000000, audio/mpeg",
        "fff340c40000000000, audio/mpeg",
        "524946462408000057415645666d742010000000, audio/wav",
        "4f67675300020000000000000000, audio/ogg"
    })
    void tellsRecordingsByTheirFirstBytes(String hex, String mediaType) {
        assertThat(mediaType(HexFormat.of().parseHex(hex))).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000018667479706d703432000002006d703432", // a film
                "0000001866747970617669660000", // AVIF
                "2321414d5200", // no AMR
                "52494646240800004156492066", // AVI
                "4f676747000000", // no Ogg
                "fff1508000", // AAC without a container
                "664c614300000022", // FLAC
                "1a45dfa39f4286", // Matroska
                "3026b2758e66cf11" // Windows Media
            })
    void refusesWhatOnlyResemblesARecording(String hex) {
        bench.refuses(unsupported(), HexFormat.of().parseHex(hex), Intake.ATTACHMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID3 ", "OggS ", "#!AMR ", "RIFFxxxxWAVE "})
    void takesWhatOnlyBeginsLikeARecordingForText(String start) {
        assertThat(mediaType(Samples.utf8(start + "会议记录"))).isEqualTo("text/plain;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID3 ", "OggS ", "#!AMR ", "RIFFxxxxWAVE "})
    void readsTextThatBeginsLikeARecordingForMarks(String start) {
        bench.refuses(RefusalCode.E_GEN_CLASSIFIED_REFUSED, Samples.utf8(start + "机密★10年"), Intake.ATTACHMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2321414d520a3c91", "4f67675300020000"})
    void takesNoRecordingForAPhoto(String hex) {
        bench.refuses(unsupported(), HexFormat.of().parseHex(hex), Intake.PHOTO);
    }

    @Test
    void readsPhotoFactsOfAttachedPhotosOnly() {
        assertThat(bench.receive(Samples.jpeg(40, 20), Intake.ATTACHMENT).photo())
                .isNotNull();
        assertThat(bench.receive(Samples.utf8("text"), Intake.ATTACHMENT).photo())
                .isNull();
    }

    @Test
    void refusesWhatIsNoText() {
        bench.refuses(unsupported(), new byte[] {'a', 0, 'b'}, Intake.ATTACHMENT);
        bench.refuses(unsupported(), new byte[] {(byte) 0xc3, 0x28}, Intake.ATTACHMENT);
        bench.refuses(unsupported(), "督办".getBytes(Charset.forName("GB18030")), Intake.ATTACHMENT);
        bench.refuses(unsupported(), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, Intake.ATTACHMENT);
    }

    @Test
    void refusesOtherAndBrokenArchives() {
        bench.refuses(unsupported(), Samples.zip(Map.of("a.txt", new byte[3])), Intake.ATTACHMENT);
        bench.refuses(unsupported(), new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8}, Intake.ATTACHMENT);
        bench.refuses(
                unsupported(),
                Samples.zip(Map.of(
                        "[Content_Types].xml", new byte[1],
                        "word/document.xml", new byte[1],
                        "word/vbaProject.bin", new byte[1])),
                Intake.ATTACHMENT);
    }

    @Test
    void refusesArchiveOfTooManyEntries() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("OFD.xml", new byte[0]);
        for (int i = 0; i < 60_000; i++) {
            entries.put("Pages/" + i, new byte[0]);
        }

        bench.refuses(RefusalCode.E_WEB_TOO_LARGE, Samples.zip(entries), Intake.ATTACHMENT);
    }

    @Test
    void refusesZipBomb() {
        bench.refuses(RefusalCode.E_WEB_TOO_LARGE, bomb(), Intake.ATTACHMENT);
    }

    @Test
    void refusesZipBombThatLiesInItsDirectory() {
        var bomb = bomb();
        var bytes = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bomb.length - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putInt(at + 24, 10);
            }
        }

        bench.refuses(RefusalCode.E_WEB_TOO_LARGE, bomb, Intake.ATTACHMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"机密★10年\n\n关于……的报告", "# 报告\n\n正文\n**秘密** ★", "绝\u200b密★"})
    void refusesClassifiedText(String text) {
        bench.refuses(RefusalCode.E_GEN_CLASSIFIED_REFUSED, Samples.utf8(text), Intake.ATTACHMENT);
    }

    @Test
    void refusesClassifiedMarkAcrossBuffersAtTheVeryEnd() {
        var text = "a".repeat(3 * MEGABYTE + 8191) + "机密★";

        bench.refuses(RefusalCode.E_GEN_CLASSIFIED_REFUSED, Samples.utf8(text), Intake.ATTACHMENT);
    }

    @Test
    void refusesClassifiedMarkThatWordCutIntoRuns() {
        var cut = "<w:p><w:r><w:t>机</w:t></w:r><w:r><w:t>密</w:t></w:r><w:r><w:t>★10年</w:t></w:r></w:p>";

        bench.refuses(RefusalCode.E_GEN_CLASSIFIED_REFUSED, Samples.docx(cut), Intake.ATTACHMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<w:p>&#26426;&#23494;&#9733;</w:p>", "<w:p>&#x673a;&#x5BC6;★</w:p>"})
    void refusesClassifiedMarkWrittenInNumbers(String text) {
        bench.refuses(RefusalCode.E_GEN_CLASSIFIED_REFUSED, Samples.docx(text), Intake.ATTACHMENT);
    }

    @Test
    void refusesPartsThatAreNotInUtf8() {
        var xml = "<?xml version=\"1.0\" encoding=\"%s\"?><w:p>机密★</w:p>";
        for (var charset : List.of("UTF-16", "UTF-16LE", "GBK")) {
            var parts = Map.of(
                    "[Content_Types].xml",
                    new byte[1],
                    "word/document.xml",
                    xml.formatted(charset).getBytes(Charset.forName(charset)));

            bench.refuses(unsupported(), Samples.zip(parts), Intake.ATTACHMENT);
        }
    }

    @Test
    void acceptsWordParagraphThatStartsWithStar() {
        var list = "<w:p><w:r><w:t>不得泄露国家秘密</w:t></w:r></w:p><w:p><w:r><w:t>★ 第二条</w:t></w:r></w:p>";

        assertThat(mediaType(Samples.docx(list))).contains("wordprocessingml");
    }

    @Test
    void refusesPdfWhoseTextIsMarkedAndKeepsNothing() {
        bench.pdfText.words = Flux.just("关于……的报告", "机密★10年");

        bench.refuses(RefusalCode.E_GEN_CLASSIFIED_REFUSED, Samples.utf8("%PDF-1.7"), Intake.ATTACHMENT);
    }

    @Test
    void refusesPdfWhoseTextCannotBeChecked() {
        bench.pdfText.words = Flux.error(Refusal.of(unsupported(), "文件已加密", "locked"));

        bench.refuses(unsupported(), Samples.utf8("%PDF-1.7"), Intake.ATTACHMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "Doc_0\\..\\x", "C:/x", "Doc_0/../../x"})
    void refusesNamesThatLeadOutside(String name) {
        bench.refuses(
                unsupported(),
                Samples.zip(Map.of("OFD.xml", Samples.utf8("<OFD/>"), name, new byte[3])),
                Intake.ATTACHMENT);
    }

    @Test
    void refusesDocumentTypes() {
        var laughs =
                "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]><OFD>&lol2;</OFD>";
        bench.refuses(unsupported(), Samples.zip(Map.of("OFD.xml", Samples.utf8(laughs))), Intake.ATTACHMENT);
        bench.refuses(
                unsupported(),
                Samples.docx("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:p>&e;</w:p>"),
                Intake.ATTACHMENT);
    }

    @Test
    void countsAndReadsWhatIsPackedInside() {
        var table = Samples.zip(Map.of("xl/sharedStrings.xml", Samples.utf8("<t>绝密★30年</t>")));
        bench.refuses(RefusalCode.E_GEN_CLASSIFIED_REFUSED, holding(table), Intake.ATTACHMENT);
        bench.refuses(unsupported(), holding(Samples.zip(Map.of("inner.zip", table))), Intake.ATTACHMENT);
        var bomb = Samples.zip(Map.of("big", new byte[60 * MEGABYTE]));
        bench.refuses(RefusalCode.E_WEB_TOO_LARGE, holding(bomb), Intake.ATTACHMENT);
        var ordinary = Samples.zip(Map.of("xl/sharedStrings.xml", Samples.utf8("<t>预算表</t>")));
        assertThat(mediaType(holding(ordinary))).contains("wordprocessingml");
    }

    private static byte[] holding(byte[] inner) {
        return Samples.zip(Map.of(
                "[Content_Types].xml",
                new byte[1],
                "word/document.xml",
                Samples.utf8("<w:document/>"),
                "word/embeddings/table.xlsx",
                inner));
    }

    private static byte[] bomb() {
        return Samples.zip(Map.of("OFD.xml", Samples.utf8("<OFD/>"), "Doc_0/big", new byte[30 * MEGABYTE]));
    }

    private static RefusalCode unsupported() {
        return RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE;
    }

    private String mediaType(byte[] bytes) {
        return bench.receive(bytes, Intake.ATTACHMENT).mediaType();
    }
}

package io.duban.platform.typesetting;

import io.duban.platform.typesetting.OfficialPaper.Closing;
import io.duban.platform.typesetting.OfficialPaper.Colophon;
import io.duban.platform.typesetting.OfficialPaper.Format;
import io.duban.platform.typesetting.OfficialPaper.Head;
import io.duban.platform.typesetting.OfficialPaper.Marking;
import java.time.LocalDate;
import java.util.List;

/** Papers as a district writes them. */
final class Papers {

    static final String TITLE = "南湖区人民政府办公室关于印发《南湖区老旧小区加装电梯专项整治工作方案》的通知";

    static final String BODY = """
            《南湖区老旧小区加装电梯专项整治工作方案》已经2026年11月18日区政府第32次常务会议审议通过，现印发给你们，请结合实际认真贯彻执行。
            一、总体要求
            坚持以人民为中心的发展思想，按照“居民自愿、政府引导、属地负责、安全第一”的原则，对2015年以来全区已加装的386部电梯开展专项整治，切实消除安全隐患，提升群众的获得感、幸福感、安全感。
            二、主要任务
            （一）全面排查。各街道办事处会同区住房城乡建设局、区市场监管局，于2026年12月15日前完成逐部排查，建立“一梯一档”，排查结果在小区显著位置公示，公示期不少于5个工作日；对业主反映集中的问题（包括噪声、采光、消防通道占用等），应当逐条核实、逐条答复。
            （二）分类整治。对排查发现的隐患，按照下列要求办理：
            1.一般隐患自发现之日起15日内整改完毕，整改率须达到100%；
            2.较大隐患由属地街道挂牌督办，电梯使用单位应当停梯整改，未经检验合格不得恢复使用；
            （1）涉及井道结构安全的，由具有相应资质的检测机构出具书面报告；
            （2）涉及消防通道的，由区消防救援大队提出整改意见。
            3.重大隐患立即停用，并在24小时内报告区政府值班室（电话：0573-12345）。
            （三）建章立制。区住房城乡建设局牵头制定全区加装电梯后续管养指导意见，明确使用、维护、检验、更新各环节的责任主体和资金来源，推行电梯责任保险，探索“物业+维保+保险”的管理模式。
            三、工作要求
            各街道、各有关部门要高度重视，主要负责同志亲自抓，分管负责同志具体抓，细化任务分工，倒排时间节点，确保专项整治取得实效。区政府督查室将对工作进展情况开展专项督查，对推诿扯皮、弄虚作假的，严肃追究责任。工作进展情况请于每月25日前报区政府办公室（联系人：欧阳珺、张堃）。""";

    private Papers() {}

    static OfficialPaper issued() {
        return paper(TITLE, BODY);
    }

    static OfficialPaper paper(String title, String body) {
        return new OfficialPaper(
                Format.DOWNWARD,
                head(null),
                title,
                List.of("各街道办事处", "区政府各部门", "各直属单位"),
                body,
                List.of("南湖区老旧小区加装电梯排查登记表", "南湖区老旧小区加装电梯专项整治任务分工及完成时限一览表（各街道、各部门）"),
                new Closing(List.of("南湖区人民政府办公室"), LocalDate.of(2026, 11, 23), true, "此件公开发布"),
                new Colophon(
                        List.of("区委各部门", "区人大常委会办公室", "区政协办公室", "区监委", "区法院", "区检察院", "区人武部", "各群众团体"),
                        "南湖区人民政府办公室",
                        LocalDate.of(2026, 11, 24)),
                Marking.NONE,
                PaperProof.hash(title, body));
    }

    static Head head(String urgency) {
        return new Head(List.of("南湖区人民政府办公室"), "文件", null, null, urgency, "南政办发〔2026〕38号", List.of());
    }

    /** Nothing but a text. */
    static OfficialPaper plain(String body) {
        return new OfficialPaper(
                Format.DOWNWARD,
                new Head(List.of("南湖区人民政府"), "文件", null, null, null, "南政发〔2026〕8号", List.of()),
                "关于做好防汛工作的通知",
                List.of("各街道办事处"),
                body,
                List.of(),
                new Closing(List.of(), null, false, null),
                new Colophon(List.of(), null, null),
                Marking.NONE,
                PaperProof.hash("关于做好防汛工作的通知", body));
    }

    static OfficialPaper with(OfficialPaper paper, Format format, Head head, Closing closing, Marking marking) {
        return new OfficialPaper(
                format,
                head,
                paper.title(),
                paper.mainRecipients(),
                paper.body(),
                paper.attachmentNotes(),
                closing,
                paper.colophon(),
                marking,
                paper.textHash());
    }

    static OfficialPaper upward() {
        var head =
                new Head(List.of("南湖区人民政府"), "文件", "000012", null, "特急", "南政发〔2026〕15号", List.of("李明远", "欧阳珺", "王芳"));
        var closing = new Closing(List.of("南湖区人民政府"), LocalDate.of(2026, 11, 9), false, "联系人：赵立新，电话：0573-82001234");
        return with(paper("南湖区人民政府关于申请城市更新专项资金的请示", BODY), Format.UPWARD, head, closing, Marking.NONE);
    }

    static OfficialPaper joint() {
        var issuers = List.of("南湖区住房和城乡建设局", "南湖区财政局", "南湖区市场监督管理局");
        var head = new Head(issuers, "文件", null, null, "加急", "南建发〔2026〕21号", List.of());
        return with(
                issued(),
                Format.DOWNWARD,
                head,
                new Closing(issuers, LocalDate.of(2026, 11, 23), true, null),
                Marking.NONE);
    }

    static OfficialPaper letter() {
        var head = new Head(List.of("南湖区人民政府办公室"), "", null, null, "加急", "南政办函〔2026〕7号", List.of());
        return with(paper("关于协助做好老旧小区加装电梯工作的函", BODY), Format.LETTER, head, issued().closing(), Marking.NONE);
    }

    static OfficialPaper draft() {
        var head = new Head(List.of("南湖区人民政府办公室"), "文件", null, null, null, null, List.of());
        return with(
                issued(),
                Format.DOWNWARD,
                head,
                new Closing(List.of("南湖区人民政府办公室"), null, true, null),
                new Marking("送审稿", true));
    }
}

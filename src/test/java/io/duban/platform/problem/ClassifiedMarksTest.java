package io.duban.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifiedMarksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "秘密★",
                "机密★",
                "绝密★",
                "秘密★10年",
                "机密 ★ 10年",
                "绝密★启用前",
                "绝 密 ★ 长期",
                "机　密　★　20年",
                "秘密\u00a0★",
                "秘密\u200b★",
                "秘\u200b密\u200d★",
                "机密\u2060\ufeff★5年",
                "绝密\ufe0f★",
                "秘密\t★ 1年",
                "机密☆3年",
                "秘密⭐",
                "秘密⭐\ufe0f 5年",
                "機密★10年",
                "絕密★",
                "祕密★",
                "【机密】★",
                "[秘密] ★ 2年",
                "（绝密）★",
                "**机密**★10年",
                "密级：秘密★5年",
                "机密级★3年",
                "绝密级 ★",
                "标题\n机密★10年\n正文",
                "关于机机密★的说明",
                "份号000001 机密★10年 特急"
            })
    void findsMark(String text) throws IOException {
        assertThat(ClassifiedMarks.in(text)).isTrue();
        assertThat(ClassifiedMarks.in(new StringReader(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "★",
                "秘密花园",
                "秘密花园★★★★★",
                "保密局",
                "保密★",
                "机密性",
                "机密性★高",
                "商业秘密",
                "商业秘密保护条例",
                "国家秘密",
                "工作秘密",
                "绝密",
                "不涉及机密、秘密事项",
                "★机密",
                "★ 秘密花园小区停水",
                "秘书★",
                "严密★",
                "密★",
                "秘★密",
                "机要★密",
                "不得泄露国家秘密\n★ 第二条",
                "不得泄露国家秘密。★第二条",
                "绝密档案（电视剧）★",
                "秘密*注",
                "机密**重点**",
                "★★★机密会议室装修★★★",
                "四星级★★★★酒店",
                "精密★机械",
                "秘、密★"
            })
    void leavesOrdinaryWordsAlone(String text) throws IOException {
        assertThat(ClassifiedMarks.in(text)).isFalse();
        assertThat(ClassifiedMarks.in(new StringReader(text))).isFalse();
    }
}

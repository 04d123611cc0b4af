package io.duban.supervision;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Words that nobody has said before: they have hardly a pair of neighbouring characters in common with others. */
public final class Words {

    private static final String CHARACTERS = "东南西北春夏秋冬梅兰竹菊松柏桂枫云雨风雪江河湖海山石田园金木水火土日月星光明和平安宁康乐福寿喜庆丰华荣昌盛兴隆永久长远青红黄蓝";

    private Words() {}

    public static String some() {
        return ThreadLocalRandom.current()
                .ints(12, 0, CHARACTERS.length())
                .mapToObj(CHARACTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}

"""Cuts the faces of issued papers out of freely licensed fonts: python3 cut.py <folder with the sources>.

Needs fontTools 4. The four files it writes are those of src/main/resources/io/duban/platform/typesetting/fonts;
where the sources come from is said in the README.md beside them. Nothing of the build runs this.
"""
from fontTools.ttLib import TTFont, newTable
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools import subset
import copy
import os
import sys

os.chdir(sys.argv[1])
FANG = 'FandolFang-Regular.otf'
SERIF = 'NotoSerifSC_700Bold.ttf'
REG = 'NotoSerifSC_400Regular.ttf'
HEI = 'NotoSansSC-Medium.ttf'
KAI = 'LXGWWenKai-Light.ttf'
OUT='out/'
def hanzi(c): return 0x4e00<=c<=0x9fff or 0x3400<=c<=0x4dbf or c>0x20000 or c==0x3007
gb=set(ord(bytes([a,b]).decode('gb2312')) for a in range(0xb0,0xf8) for b in range(0xa1,0xff) if not(a==0xd7 and b>0xf9))
fang=set(TTFont(FANG,lazy=True).getBestCmap())
serif=set(TTFont(SERIF,lazy=True).getBestCmap()); kai=set(TTFont(KAI,lazy=True).getBestCmap())
names=set(map(ord,'堃昇喆珺祎玥垚彧翀燚淏甯鋆鋐煊铠瑭琬琰颢赟旻昊旸晔晟暄炜炘烨焜煜熠珏珩珣琨琛琪瑜瑾璟璇璐璿瓒睿祺禛稷竑筠縯翊翚翯芃苡茜茗荃莀菡萱蓁蓥薇藜蘅虓袆裎觊訾詠谞贇赪趯轶迤逄邈郗郦鄢酆釸釾铄铎铖铮锴锟镕闫闵阚陟雯雰霁霂霖靓韫韬顼颀颐飏馥骁骅骐骞鲲麒麟黧亓仉佟佺侃俣俪倓倢偲偁僡儁兖冮刂劭勍匡卉叡吒咏咪哿啟嗣噶囧圳坻垣埏埕堉塽墉夔妍妤姁姝姮娴婳婵媖嫄嫚嬿孖孚宓宬寔寗尧屹岍岷峣峤崑崟崴嵊嵚嶔巍巽帔庑庾廑廙弋弢彤徭忻忱怡恺恬悫惇愔慜懋懿扆抃挹捷掞摅敉敔斐斓斡旃旖昀昕昪昳晙晞晢晸暲曈朐朕杪杲枭枳柟柽栩栻桁桢梃梓梽棪棫棻椀椿楒楙榑榕榛槃槐樨橦檀檠檩欤歆毓毖氤汧汭汶沄沅沚沣沨泓泚泠泷泺洣洧洮洺浚浡浠涔涞淦淙淇淄淳渑渟湉湜湲溁溆溍滢滟滹漪漷澄澍澧澹濂濉濮瀚瀛灏炆炅炟炣烜烝煦熥熳燏爔牂犇犍狄猗獴玘玚玠玢玭玮玹珂珈珉珙珦珪珲珵珽琇琎琏琚琤琦琮琯瑀瑄瑆瑛瑨瑷璁璆璈璘璞璠璥璨璩瓀瓛甡甦畯畹疃皑皓皛皞盷盺眀睢睟瞫矧砚砺硕碁碕碛碶磬礽祃祐祜祾禔禤秾穈穆窅窈竦笪笮筱箐篁篪簃綦纮纾绚绡绨绮绰缇缙缨缵羲羽翙翥耜耿聿聪肸胤胪臻舫芊芗芣芷芸苓苧茆茏茕荀荇荥荪荻莛莘莞莳菀菁菂菘萃萩葳葶蒨蒴蓂蓓蓼蔚蔺蕤蕙蕲蕴薏薛藉藿虢蜀蜺螣衎衢衿袁袤裒褀褚襄覃觅觌誉谌谡谧谯豊豫贲赉赑赓跞踽轩轲辂辇辚迓迪逯逵遄遨邕邗邛邠邡邬邰邳邴邵邹郇郏郐郓郕郚郝郯郾鄄鄞鄯酂醴釂鈇鈊鈺銘鋕錡鍀鎏钊钋钏钛钜钤钫钰钲铉铧铨铭铱锐锜锡锦锨锬锳锺镐镒镔镛镡镱闰闳闻闽闾阎阏阗陂陇陈陔陛陬隗隽雍雎雱霏霄靖靳鞠韦韪颉颍颎颖颙颛颜飒馗馨驷驹驽骆骊骎骕骙骢骥髦鲁鲍鲔鳌鳞鸢鸣鸾鹄鹏鹤麂麓麾黎黻黼鼐齐龑龚龢㛃㕵䶮㸌㻞㬎㬚'))
fanghz={c for c in fang if hanzi(c)}
extra=set(map(ord,'㎡㎏㎜㎝㎞℃℉‰№℡™©®°±×÷≤≥≠≈∞∑√∥⊥∠∵∴…—–―‖·•※→←↑↓■□▲△▼▽◆◇○●◎★☆〇々〆《》〈〉「」『』【】〔〕〖〗、。〃〇‘’“”′″§¶€£¥¢￥￡￠'))
sym=set(range(0x20,0x7f))|set(range(0xa0,0x180))|set(range(0x391,0x3ca))|set(range(0x410,0x452))|set(range(0x2160,0x217c))|set(range(0x2460,0x249c))|set(range(0x3220,0x322a))|set(range(0x3000,0x3020))|set(range(0xff01,0xff5f))|set(range(0xffe0,0xffe6))|extra|{0x2014,0x2015,0x2500}
han=gb|fanghz|names|{c for c in serif if c>0xffff and c in kai}
print('hanzi',len(han))
def rename(f,fam,note):
    n=f['name']; keep=[r for r in n.names if r.nameID in (0,13,14)]
    kept=[(r.nameID,r.toUnicode()) for r in keep]
    n.names=[]
    d=dict(kept)
    for i,v in ((0,d.get(0,'')),(1,fam),(2,'Regular'),(3,fam+' 1.0'),(4,fam),(5,'Version 1.0'),(6,fam.replace(' ','')),(10,note),(13,d.get(13,'')),(14,d.get(14,''))):
        if v: n.setName(v,i,3,1,0x409)
def apart(f,chars):
    """Gives every character a glyph of its own, so that the text can be read back out of a PDF."""
    cmap=f.getBestCmap(); seen={}; glyf=f['glyf']; order=list(f.getGlyphOrder())
    for c in sorted(chars&set(cmap),key=lambda c:(0x2e80<=c<0x3000,c)):
        n=cmap[c]
        if n in seen:
            m='%s.%04x'%(n,c); glyf.glyphs[m]=copy.deepcopy(glyf[n]); order.append(m); f['hmtx'].metrics[m]=f['hmtx'].metrics[n]
            if 'vmtx' in f: del f['vmtx']
            for t in f['cmap'].tables:
                if t.isUnicode() and c in t.cmap: t.cmap[c]=m
        else: seen[n]=c
    f.setGlyphOrder(order); glyf.glyphOrder=order; f['maxp'].numGlyphs=len(order)
    if hasattr(glyf,'_reverseGlyphOrder'): del glyf._reverseGlyphOrder
def cut(path,chars,out,fam,note,font=None):
    f=font or TTFont(path)
    apart(f,chars)
    o=subset.Options(); o.layout_features=[]; o.hinting=False; o.glyph_names=False; o.notdef_outline=True; o.name_IDs=['*']; o.name_languages=['*']; o.name_legacy=True
    o.drop_tables+=['GSUB','GPOS','GDEF','BASE','vhea','vmtx','VORG','DSIG','STAT','meta','gasp','FFTM','PfEd','kern']
    s=subset.Subsetter(o); s.populate(unicodes=chars); s.subset(f)
    rename(f,fam,note); f['OS/2'].fsType=0
    f['head'].created=f['head'].modified=3600000000
    f.recalcTimestamp=False
    f.save(OUT+out); g=TTFont(OUT+out); print(out,len(g.getBestCmap()),g['head'].unitsPerEm, [ (chr(c),g['hmtx'][g.getBestCmap()[c]][0]) for c in map(ord,'一“”—…·A1（') if c in g.getBestCmap()],g['OS/2'].sTypoAscender,g['OS/2'].sTypoDescender,g['hhea'].ascent,g['hhea'].descent)
def quad(path):
    f=TTFont(path); gs=f.getGlyphSet(); order=f.getGlyphOrder(); glyphs={}
    for n in order:
        p=TTGlyphPen(gs); gs[n].draw(Cu2QuPen(p,2.0,reverse_direction=True)); glyphs[n]=p.glyph()
    f['loca']=newTable('loca'); g=f['glyf']=newTable('glyf'); g.glyphOrder=order; g.glyphs=glyphs
    for n in order: glyphs[n].recalcBounds(g); f['hmtx'][n]=(f['hmtx'][n][0],getattr(glyphs[n],'xMin',0))
    m=f['maxp']; m.tableVersion=0x00010000
    for k,v in dict(maxZones=1,maxTwilightPoints=0,maxStorage=0,maxFunctionDefs=0,maxInstructionDefs=0,maxStackElements=0,maxSizeOfInstructions=0,maxComponentElements=0,maxPoints=0,maxContours=0,maxCompositePoints=0,maxCompositeContours=0,maxComponentDepth=0).items(): setattr(m,k,v)
    p=f['post']; p.formatType=3.0
    del f['CFF ']; f.sfntVersion='\0\1\0\0'
    if 'VORG' in f: del f['VORG']
    f['head'].glyphDataFormat=0
    return f
os.makedirs(OUT,exist_ok=True)
note='Modified for Duban: a subset of %s with TrueType outlines'
cut(SERIF,han|sym,'title.ttf','Duban Song Title',note%'Noto Serif SC Bold')
cut(HEI,han|sym,'hei.ttf','Duban Hei',note%'Noto Sans SC Medium')
cut(REG,set(map(ord,'0123456789—–- ')),'folio.ttf','Duban Song Folio',note%'Noto Serif SC Regular')
cut(KAI,han|sym,'kai.ttf','Duban Kai',note%'LXGW WenKai Light (a reserved name, so renamed)')
cut(None,fanghz|sym,'fang.ttf','Duban Fang',note%'FandolFang-Regular',font=quad(FANG))

/** Headings of sections in Chinese. */

import type { Synonyms } from "../kinds.ts";

/** Phrases of Chinese by the kind of section. */
export const zh: Synonyms = {
  description: {
    anywhere:
      "模型介绍|模型简介|模型描述|模型概述|模型概览|模型说明|模型信息|数据集介绍|数据集描述|数据集简介|项目介绍|项目简介|关于本模型|关于模型|主要特性",
    whole: "介绍|简介|概述|概览|描述|摘要|背景|特性|特点|亮点",
  },
  "intended-use": {
    anywhere: "预期用途|预期使用|预期用户|适用场景|应用场景|使用场景|适用范围|推荐用途|目标用户|主要用途",
    whole: "用途|应用",
  },
  "out-of-scope-use": {
    anywhere: "超出范围|范围外|不适用|禁止用途|禁止使用|滥用|不当使用|非预期用途|误用",
  },
  limitations: {
    anywhere: "局限|限制和|已知问题|已知限制|模型限制|不足",
    whole: "限制",
  },
  "bias-risks": {
    anywhere: "偏见|偏差|风险|伦理|社会影响|公平性|道德",
  },
  "training-data": {
    anywhere: "训练数据|预训练数据|训练语料|训练集|语料构成|数据构成|数据来源|微调数据",
    whole: "数据|数据集|语料",
  },
  "training-procedure": {
    anywhere:
      "训练过程|训练流程|训练方法|训练步骤|训练细节|训练配置|训练策略|训练方式|超参数|训练设置|模型训练|训练阶段",
    whole: "训练|预训练|后训练|监督微调|强化学习",
  },
  preprocessing: {
    anywhere: "预处理|数据处理|数据清洗|数据准备|数据过滤|去重|清洗",
  },
  "evaluation-data": {
    anywhere: "评估数据|评测数据|测试数据|测试集|评测集|验证数据|验证集|评估集",
  },
  "evaluation-results": {
    anywhere:
      "评测结果|评估结果|测评结果|实验结果|测试结果|性能评估|性能评测|模型评测|长文本评测|模型评估|综合评测|评测榜单|基准测试|测评",
    whole: "评测|评估|性能|结果|表现|效果|模型性能|模型效果",
  },
  usage: {
    anywhere:
      "快速开始|快速使用|快速上手|使用方法|使用方式|使用说明|如何使用|使用示例|从本地加载|推理|部署|启动|投机采样|演示案例|调用|加载模型|模型使用|网页版|命令行|运行模型",
    whole: "使用|示例|用法|演示|使用教程",
  },
  license: {
    anywhere: "许可|协议|开源协议|版权|使用条款|授权|谁可以使用",
  },
  citation: {
    anywhere: "引用",
    whole: "参考文献",
  },
  "environmental-impact": {
    anywhere: "环境影响|碳排放|碳足迹|能耗|能源消耗|环保",
  },
  compute: {
    anywhere: "计算资源|算力|训练硬件|计算基础设施|硬件资源|训练时间|训练成本",
  },
  "data-collection": {
    anywhere: "数据收集|数据采集|数据获取|采集过程|收集过程|数据集创建|数据构建|来源数据",
  },
  "data-annotation": {
    anywhere: "标注|数据标记|打标",
  },
  "personal-data": {
    anywhere: "个人信息|个人数据|隐私|敏感信息|敏感数据|个人敏感",
  },
  architecture: {
    anywhere: "模型架构|模型结构|网络结构|网络架构|架构设计|技术规格|网络设计",
    whole: "架构|结构",
  },
  contact: {
    anywhere: "联系我们|联系方式|联系作者|加入我们|交流群",
    whole: "联系|反馈",
  },
  changelog: {
    anywhere: "更新日志|更新记录|版本历史|更新信息|更新历史|变更记录|版本说明|最新消息|最新动态|发布说明|版本记录",
    whole: "更新|新闻|动态",
  },
  safety: {
    anywhere: "安全|红队|内容审核",
  },
  "model-sources": {
    anywhere: "模型下载|模型来源|下载地址|相关链接|模型列表|模型链接|模型权重|下载链接|模型获取|开源模型",
    whole: "链接|下载|资源|模型",
  },
  none: {
    anywhere: "致谢|鸣谢|常见问题|环境安装|准备环境|用户支持|环境准备|效率评测|效率评估|启动训练",
    whole: "目录|安装|依赖|贡献|语言|路线图|环境配置|友情链接",
  },
};
